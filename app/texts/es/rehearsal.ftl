# El informe de `broadside rehearse`.

rehearsal-title = La gran noche, ensayada
rehearsal-about = Ensayo con una copia de su instancia en esta máquina, con la campaña { $campaign } y personas inventadas.
rehearsal-held = Lo que aguantó
rehearsal-first = Lo que cedió primero
rehearsal-none-first = No cedió nada de lo que se probó.
rehearsal-change = Qué cambiar
rehearsal-acts = Acto por acto
rehearsal-act-held = aguantó
rehearsal-act-gave-way = cedió
rehearsal-front-page = En portada
rehearsal-bounces = Direcciones equivocadas
rehearsal-dead-mail = Un servidor de correo caído
rehearsal-bots = Robots
rehearsal-full-disk = Un disco lleno

rehearsal-held-rate = Aguantó { $rate } firmas enviadas por minuto, con { $pages } visitas a la página y { $counts } consultas del recuento por segundo al mismo tiempo. De cada cien personas, noventa y nueve recibieron el aviso de mirar su correo en { $milliseconds } ms o menos y vieron la página en { $wait } ms o menos. Para comparar: la petición más firmada del Parlamento británico recibió unas 2.000 por minuto.
rehearsal-held-nothing = No aguantó ni el primer paso.
rehearsal-not-broken = No cedió nada: { $rate } firmas enviadas por minuto fue todo lo que esta máquina pudo representar en el tiempo que había.
rehearsal-cut-short = Terminó antes: las personas inventadas habrían ocupado el espacio que debe quedar libre en el disco.
rehearsal-broke-pages = Con { $rate } firmas enviadas por minuto cedieron las visitas a la página: una de cada cien esperó { $milliseconds } ms o más; a { $busy } se les pidió volver y { $lost } no recibieron respuesta a tiempo.
rehearsal-broke-counts = Con { $rate } firmas enviadas por minuto cedieron las consultas del recuento: una de cada cien esperó { $milliseconds } ms o más; a { $busy } se les pidió volver y { $lost } no recibieron respuesta a tiempo.
rehearsal-broke-sign-ons = Con { $rate } firmas enviadas por minuto cedió el envío de firmas: una de cada cien personas esperó { $milliseconds } ms o más; a { $busy } se les pidió volver, con su formulario guardado, y { $lost } no recibieron respuesta a tiempo.
rehearsal-broke-confirmations = Con { $rate } firmas enviadas por minuto cedieron las confirmaciones: una de cada cien tardó { $milliseconds } ms o más desde el correo hasta la respuesta; a { $busy } se les pidió volver y { $lost } no recibieron respuesta a tiempo.
rehearsal-mails-went = Correos de confirmación que salieron: { $mails }. Cuando firmó la última persona faltaban { $behind }; { $seconds } s después habían salido.
rehearsal-mails-behind = Correos de confirmación que salieron: { $mails }. Otros { $left } no habían salido { $seconds } s después de la última firma: habría que esperarlos. No se pierde ninguno.
rehearsal-beside = Mientras tanto firmaron { $count } personas; noventa y nueve de cada cien tuvieron respuesta en { $milliseconds } ms o menos. Visitas a la página atendidas al mismo tiempo: { $pages }.
rehearsal-bounced = Correos rechazados para siempre: { $refused }; aplazados: { $later } veces. Todos los demás llegaron.
rehearsal-bounced-behind = Correos rechazados para siempre: { $refused }; aplazados: { $later } veces. De los demás, { $left } no habían llegado al terminar el acto.
rehearsal-mails-left = La gente siguió firmando. Al volver el servidor de correo esperaban { $behind } correos; { $seconds } s después habían salido { $went }, y los demás se intentan de nuevo por sí solos. No se pierde ninguno.
rehearsal-mails-stay = Al volver el servidor de correo esperaban { $behind } correos, y salieron { $went } en el tiempo que había ({ $seconds } s).
rehearsal-bots-stopped = De { $bots } firmas que enviaron robots desde una red, los límites rechazaron { $stopped } y pasaron { $through }, más o menos lo que puede enviar una sala llena.
rehearsal-bots-not-stopped = Nada frenó a los robots: de { $bots } firmas enviadas desde una red pasaron { $through } y se rechazaron { $stopped }.
rehearsal-bots-few = El acto fue demasiado corto para llegar a los límites: de { $bots } firmas enviadas desde una red pasaron { $through } y se rechazaron { $stopped }.
rehearsal-disk-not-played = Con PostgreSQL no se ensaya un disco lleno: pararía también el servidor de tu instancia. Vigila su disco; a quien firme entonces se le dice que no se pudo, y no se pierde nada de lo agradecido.
rehearsal-disk-honest = Con el disco lleno, a { $busy } personas se les pidió volver y { $thanked } aún encontraron sitio; a nadie se le dieron las gracias en vano. Las páginas siguieron: { $pages } visitas. Peticiones fallidas: { $lost }.
rehearsal-disk-not-honest = Con el disco lleno, { $lost } peticiones fallaron sin decir qué hacer; a { $busy } personas se les pidió volver, { $thanked } encontraron sitio y se atendieron { $pages } visitas a la página.
rehearsal-disk-again = En cuanto hubo espacio siguió por sí solo: firmaron { $count } personas, noventa y nueve de cada cien en { $milliseconds } ms o menos.
rehearsal-disk-stays = Cuando volvió a haber espacio no siguió enseguida: a { $busy } se les pidió volver y { $lost } no recibieron respuesta.

rehearsal-kept = Después se encontró en la copia a todas las personas a las que se dieron las gracias: { $thanked } firmas enviadas, { $confirmed } confirmaciones. Perdidas: ninguna.
rehearsal-missing = De { $thanked } firmas enviadas y { $confirmed } confirmaciones por las que se dieron las gracias, faltan { $missing }.
rehearsal-counts-agree = Todos los recuentos se contaron de nuevo y coinciden.
rehearsal-counts-disagree = Los recuentos se contaron de nuevo y algunos no coinciden.
rehearsal-memory = El programa nunca ocupó más de { $megabytes } MB de memoria.

rehearsal-change-report = No publique con esto. Avísenos, por favor: no debe ocurrir.
rehearsal-change-no-mail-server = No hay servidor de correo, así que nadie podría confirmar: ponga BROADSIDE_SMTP_URL y mire `broadside doctor`.
rehearsal-change-limits = Los límites están desactivados: quite BROADSIDE_RATE_LIMITS antes de la gran noche.
rehearsal-change-cdn = Leer cedió antes que firmar. Ponga una CDN o un proxy con caché delante de las páginas (docs/cdn.md), para que solo las firmas lleguen a esta máquina.
rehearsal-change-disk = Escribir cedió primero, por encima de { $rate } firmas enviadas por minuto. Cada agradecimiento espera al disco: lo que más ayuda es un disco más rápido (NVMe, no de red) y después más núcleos.
rehearsal-change-mail = Pregunte a su proveedor de correo si acepta { $rate } correos por minuto: aquí fueron a un servidor del propio ensayo, que acepta cualquier cantidad.
rehearsal-change-room = El disco tiene espacio para { $hours } horas de { $rate } firmas enviadas por minuto sin pausa.
rehearsal-change-trouble = Algunos de los contratiempos de abajo no se llevaron como debían. Lea qué cedió allí y ensaye de nuevo tras cada cambio.
rehearsal-change-nothing = Nada que este ensayo pueda ver.

rehearsal-shared = Quien preguntaba y quien respondía compartían esta máquina, y las visitas ocuparon su parte: una máquina que solo responde aguanta más. No se probaron los cables hasta el mundo, ni su servidor de correo, ni un proxy.
rehearsal-others = Ningún correo salió de esta máquina. Correos a personas suyas que esperaban en la copia: { $count } se entregaron al servidor del propio ensayo, que los tiró sin leer. En su instancia siguen esperando.
rehearsal-no-others = Ningún correo salió de esta máquina, y no se tocó ningún correo de sus firmantes.
rehearsal-limits-off = Los límites estaban desactivados, como en su configuración.
rehearsal-copy-gone = La copia se ha borrado. No se escribió nada donde está su instancia.
rehearsal-copy-kept = La copia quedó donde está, como pidió: contiene nombres y direcciones. No se escribió nada donde está su instancia.
