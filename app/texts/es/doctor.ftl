# What the doctor and the Setup page find.

doctor-no-base-url = No hay dirección base, así que los enlaces de los mensajes llevan a { $url }, que es solo esta máquina. Pon en BROADSIDE_BASE_URL la dirección que usa la gente, como https://letter.example.org.
doctor-base-url = Los enlaces de los mensajes llevan a { $url }.
doctor-no-https = La dirección base { $url } no tiene https: nombres y direcciones viajarían a la vista. Pon delante un proxy con certificado y en BROADSIDE_BASE_URL su dirección https.
doctor-no-proxy-trusted = Broadside escucha solo en esta máquina, así que un proxy trae las visitas, pero no se confía en ningún proxy: todas compartirían una dirección y los límites las pararían. Pon BROADSIDE_TRUSTED_PROXIES; para un proxy en esta máquina, 127.0.0.0/8,::1/128.
doctor-unknown-variable = Nada lee la variable { $name }. El ajuste de nombre más parecido es { $nearest }.
doctor-no-limits = Los límites están apagados. Eso es para pruebas de carga; quita BROADSIDE_RATE_LIMITS.
doctor-test-clock = Corre un reloj de prueba (BROADSIDE_CLOCK), y cada página lo dice. Quítalo antes de que empiece la campaña.
doctor-sqlite-unusable = La base de datos de { $place } no se puede usar: { $error }.
doctor-postgres-unusable = La base de datos no se puede usar: { $error }. Comprueba BROADSIDE_DATABASE_URL o --database-url, y que el servidor corre y deja entrar a este usuario.
doctor-not-looked-at = No se pudo mirar nada en ella: { $why }.
doctor-database = La base de datos responde y su esquema está al día ({ $engine }).
doctor-future = Lo guardado está en el futuro: esta instancia corrió antes con un reloj de prueba (BROADSIDE_CLOCK), o el reloj de la máquina iba mal. Sus mensajes y tareas esperarían hasta entonces. Pon en hora la máquina, o empieza con una carpeta nueva (--data).
doctor-no-campaign = Aún no hay campaña pública. Trae una con `broadside campaign import CARPETA`.
doctor-campaigns = Campañas públicas: { $count }.
doctor-no-account = Nadie tiene cuenta en la mesa todavía. `broadside serve` escribe el enlace para la primera; `broadside account invite CORREO` también crea una.
doctor-no-owner = Nadie dirige el grupo { $group }, así que nadie ve sus campañas en la mesa: `broadside account invite CORREO --group { $group }`.
doctor-tally-disagrees = Carta { $letter }, versión { $version }, relación «{ $relation }», origen «{ $source }», proceso { $node }: firmas mostradas: { $tallied }, guardadas: { $counted }. Avisa de esto: no debe pasar.
doctor-origins-disagree = La campaña { $campaign } de un vistazo: de dónde vienen las firmas suma { $tallied } en algún lugar; guardadas hay { $counted }. Avisa de esto: no debe pasar.
doctor-hours-disagree = La campaña { $campaign } de un vistazo: { $tallied } confirmaciones por hora, menos que las { $counted } firmas que cuentan. Avisa de esto: no debe pasar.
doctor-counts-agree = Cada recuento se contó otra vez y coincide.
doctor-log-gaps = El registro de la carta { $letter } debería tener { $size } entradas en { $size } puestos. Tiene { $entries } y la última lleva el número { $places }. Se quitaron o añadieron entradas sin pasar por el programa: compáralo con una copia de seguridad.
doctor-log-disagrees = Según su registro, la carta { $letter } tiene { $logged } firmas; guardadas hay { $stored }. Uno de los dos se cambió sin pasar por el programa: compáralo con una copia de seguridad.
doctor-log-whole = El registro de cada carta está sin huecos y confirma cuántas personas firmaron.
doctor-log-denies = { $count ->
    [one] 1 firma de la carta { $letter } está guardada de otro modo que en su registro: se cambió su nombre, relación o redacción, o se quitó su entrada, sin pasar por el programa. Compárala con una copia de seguridad.
   *[other] { $count } firmas de la carta { $letter } están guardadas de otro modo que en su registro: se cambiaron sus nombres, relaciones o redacciones, o se quitaron sus entradas, sin pasar por el programa. Compáralas con una copia de seguridad.
}
doctor-log-bears-out = Firmas comparadas con el registro: { $looked } de { $standing }, primero las más nuevas. Cada una está como dice el registro.
doctor-log-looked-at = Firmas comparadas con el registro: { $looked } de { $standing }, primero las más nuevas.
doctor-log-forgotten = { $count ->
    [one] 1 firma cuenta aunque su firmante se olvidó llegado el plazo: lo que dice su entrada del registro ya no se puede recalcular.
   *[other] { $count } firmas cuentan aunque sus firmantes se olvidaron llegado el plazo: lo que dicen sus entradas del registro ya no se puede recalcular.
}
doctor-stuck = El trabajo «{ $work }» se empezó { $attempts } veces y nunca acabó.
doctor-stuck-because = El trabajo «{ $work }» se empezó { $attempts } veces y nunca acabó. El último fallo fue: { $error }.
doctor-mails-wait = { $count ->
    [one] 1 mensaje espera a que se configure un servidor de correo.
   *[other] { $count } mensajes esperan a que se configure un servidor de correo.
}
doctor-mails-late = { $count ->
    [one] 1 mensaje espera desde hace más de una hora. Lo último que dijo de él el servidor: { $answer }
   *[other] { $count } mensajes esperan desde hace más de una hora. Lo último que dijo el servidor del más antiguo: { $answer }
}
doctor-mails-never-tried = { $count ->
    [one] 1 mensaje espera desde hace más de una hora. No se ha intentado: ¿corre `broadside serve`?
   *[other] { $count } mensajes esperan desde hace más de una hora. El más antiguo no se ha intentado: ¿corre `broadside serve`?
}
doctor-mails-put-off = { $count ->
    [one] 1 mensaje espera: el servidor de correo lo aplazó. Minutos desde que se puso en cola: { $minutes }. Su última respuesta: { $answer }
   *[other] { $count } mensajes esperan. El servidor de correo aplazó el más antiguo; minutos desde que se puso en cola: { $minutes }. Su última respuesta: { $answer }
}
doctor-mails = Mensajes en espera: { $waiting }; enviados: { $sent }.
doctor-mails-lost = Mensajes que quedaron en nada: { $bounced } rechazados por el otro servidor, { $failed } intentados en vano. La última respuesta fue: { $answer }
doctor-mails-lost-unsaid = Mensajes que quedaron en nada: { $bounced } rechazados por el otro servidor, { $failed } intentados en vano.
doctor-mails-mostly-lost = De los mensajes del último día, { $refused } quedaron en nada y { $sent } salieron: el servidor de correo no acepta o no pasa lo que viene del remitente de la campaña, así que casi nadie puede confirmar. Revisa BROADSIDE_SMTP_URL y sender_address en campaign.toml.
doctor-room = Quedan { $megabytes } MB libres donde está la base de datos.
doctor-little-room = Solo quedan { $megabytes } MB libres donde está la base de datos ({ $folder }). Con el disco lleno nadie puede firmar: haz sitio, o pasa la carpeta de datos a un disco mayor.
doctor-no-mail-server = No hay servidor de correo, así que las confirmaciones esperan y ninguna firma cuenta. Pon BROADSIDE_SMTP_URL, como smtp://user:password@mail.example.org:587?tls=required.
doctor-mail-url = BROADSIDE_SMTP_URL no se puede usar: { $error }
doctor-mail-server = El servidor de correo responde y nos deja entrar.
doctor-mail-refused = El servidor de correo no acepta nuestros mensajes: { $reason }
doctor-mail-server-silent = El servidor de correo no respondió en ocho segundos.
doctor-kept-too-long = { $count ->
    [one] En la tabla { $table } hay 1 fila cuyo plazo de { $days } días pasó hace más de un día: ¿está en marcha `broadside serve`?
   *[other] En la tabla { $table } hay { $count } filas cuyo plazo de { $days } días pasó hace más de un día: ¿está en marcha `broadside serve`?
}
doctor-erasure-unfinished = Hace más de una hora se pidió un borrado que no ha terminado. `broadside serve` lo continúa; si no lo hace, su registro dice por qué.
doctor-kept-well = { $soon ->
    [one] Nada se guarda más allá de su plazo; en 7 días se va 1 fila (`broadside personal-data --due` dice cuál).
   *[other] Nada se guarda más allá de su plazo; en 7 días se van { $soon } filas (`broadside personal-data --due` dice cuáles).
}
doctor-reached = Broadside responde en { $url }.
doctor-unreached = Nadie llega a { $url }: { $reason }. Comprueba que su nombre lleva a esta máquina o a su proxy y, con https, que delante hay un proxy con un certificado válido.
doctor-unreached-silent = Nada respondió en { $url } en ocho segundos. Comprueba que su nombre lleva a esta máquina o a su proxy y que ningún cortafuegos la cierra.
doctor-unreached-somebody = En { $url } responde otra cosa que no es Broadside. Comprueba que el nombre lleva a esta máquina y que el proxy pasa a la dirección en la que escucha Broadside.
doctor-backup = { $days ->
    [0] Se hizo una copia de seguridad en el último día.
    [one] La última copia de seguridad se hizo hace un día.
   *[other] La última copia de seguridad se hizo hace { $days } días.
}
doctor-backup-none = Todavía no se ha hecho ninguna copia de seguridad: si falla este disco, se pierden todas las firmas. En el servidor: broadside backup /var/backups/broadside.db, mejor cada noche y a otra máquina.
doctor-backup-old = La última copia de seguridad se hizo hace { $days } días. En el servidor: broadside backup ARCHIVO, mejor cada noche y a otra máquina.
doctor-backup-postgres = Desde aquí no se ve si se hacen copias de seguridad: en PostgreSQL se hacen con pg_dump. La página «Backup» del manual trae la línea.
doctor-dns-off = No se preguntó al DNS (BROADSIDE_DNS_SERVER está en off), así que no se sabe si los dominios de los remitentes permiten los mensajes.
doctor-dns-unusable = No se puede preguntar al DNS: { $reason }. Nombra un servidor con BROADSIDE_DNS_SERVER, como 9.9.9.9.
doctor-dns-no-sender = Ninguna campaña envía mensajes todavía, así que no hay dominio de remitente que mirar.
doctor-dns-silent = El DNS no respondió sobre { $domain }: { $reason }
doctor-dns-slow = El DNS no respondió sobre { $domain } en ocho segundos.
doctor-dns-no-domain = El dominio del remitente { $domain } no existe: ningún buzón acepta mensajes de ahí. Corrige sender_address en la campaña, o registra el dominio.
doctor-mx-found = Las respuestas a los mensajes de { $domain } llegan a { $servers }.
doctor-mx-implied = No se nombra ninguna máquina que reciba el correo de { $domain } (MX); las respuestas van a su servidor web, donde pueden perderse.
doctor-mx-refused = { $domain } dice que no recibe correo (un registro MX con solo un punto): respuestas y devoluciones se pierden, y muchos destinos rechazan a tales remitentes. Toma otro dominio, o nombra un servidor de correo para este.
doctor-mx-missing = Nada recibe el correo de { $domain } (MX): respuestas y devoluciones se pierden, y muchos destinos rechazan a tales remitentes. Tu proveedor de correo dice qué registro MX crear.
doctor-spf-found = El SPF de { $domain } está puesto: { $text }
doctor-spf-missing = Falta el SPF de { $domain }: los destinos no saben si nuestro servidor de correo puede enviar en su nombre. Pon esto en el DNS; si tu proveedor de correo nombra un include propio, va en su lugar:
doctor-spf-several = { $domain } tiene { $count } registros SPF, y entonces los destinos no hacen caso de ninguno. Deja uno con este valor y borra los demás:
doctor-spf-lookups = El registro SPF de { $domain } hace preguntar al DNS { $count } veces; con más de diez los destinos desisten. Quita los include que ya no hagan falta. Dice: { $text }
doctor-spf-nowhere = El registro SPF de { $domain } nombra lo que no existe: { $names }. Los destinos desisten; quítalo. Dice: { $text }
doctor-spf-term = El registro SPF de { $domain } contiene «{ $term }», que ningún destino entiende: el registro entero no vale nada. Dice: { $text }
doctor-spf-included = El registro SPF de { $domain } incluye { $name }, que no tiene registro SPF: el registro entero no vale nada. Quítalo o corrige el nombre. Dice: { $text }
doctor-spf-everybody = El registro SPF de { $domain } deja que cualquier máquina del mundo envíe en su nombre, así que no prueba nada. Cámbialo por este:
doctor-spf-without-us = El registro SPF de { $domain } no deja enviar a nuestro servidor de correo ({ $servers }). Si los mensajes salen de ahí, cámbialo por este; si tu proveedor envía desde otras máquinas, ahí va su include:
doctor-dkim-found = La clave con la que los destinos comprueban las firmas (DKIM) está en { $at }.
doctor-dkim-guessed = Hay una clave DKIM de { $domain } en { $at }. Si el servidor de correo firma con ella, lo muestra un mensaje de prueba.
doctor-dkim-missing = Falta la clave DKIM en { $at }, así que las firmas del servidor de correo no valen nada. Él muestra la clave cuando se activa la firma; va aquí, en lugar de los puntos:
doctor-dkim-revoked = El registro DKIM de { $at } no contiene clave: fue retirada, y las firmas con ella fallan. Haz que el servidor de correo cree otra.
doctor-dkim-broken = El registro DKIM de { $at } no se puede leer ({ $text }). Cópialo de nuevo del servidor de correo, con esta forma:
doctor-dkim-short = La clave DKIM de { $at } tiene { $bits } bits; los destinos quieren al menos 1024, mejor 2048. Haz que el servidor de correo cree otra.
doctor-dkim-testing = El registro DKIM de { $at } dice que es una prueba (t=y), así que los destinos no le hacen caso. Quita t=y.
doctor-dkim-untold = No se encontró ninguna clave DKIM de { $domain } bajo los nombres habituales. Activa la firma en el servidor de correo o en el proveedor, pon en el DNS el registro que muestra y di su nombre (selector) con BROADSIDE_DKIM_SELECTOR, para que se busque.
doctor-dmarc-found = DMARC está puesto en { $at }: { $text }
doctor-dmarc-watches = DMARC está puesto en { $at } y solo observa (p=none). Cuando pase un mensaje de prueba, p=quarantine impide que otros escriban en tu nombre. Dice: { $text }
doctor-dmarc-missing = Falta DMARC para { $domain }: sin él los grandes proveedores apartan los mensajes de muchos remitentes. Pon esto en el DNS:
doctor-dmarc-several = Hay varios registros DMARC en { $at }, y entonces los destinos no hacen caso de ninguno. Deja uno:
doctor-dmarc-broken = El registro DMARC de { $at } no se puede leer ({ $text }). Cámbialo por este:
doctor-exports = { $count ->
    [one] Hay una exportación en { $folder }. Se va un día después de hacerse.
   *[other] Hay { $count } exportaciones en { $folder }. Cada una se va un día después de hacerse.
}
doctor-exports-unusable = No se puede hacer ninguna exportación en { $folder }: { $error }. Dale la carpeta al usuario con el que corre Broadside, o quita lo que está en su lugar.
