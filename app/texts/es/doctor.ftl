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
    [one] Espera 1 mensaje porque no hay servidor de correo: nadie puede confirmar. Pon BROADSIDE_SMTP_URL; sale en cuanto el programa arranque con él.
   *[other] Esperan { $count } mensajes porque no hay servidor de correo: nadie puede confirmar. Pon BROADSIDE_SMTP_URL; salen en cuanto el programa arranque con él.
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
doctor-mail-server-silent = El servidor de correo no respondió en cinco segundos.
doctor-kept-too-long = { $count ->
    [one] En la tabla { $table } hay 1 fila cuyo plazo de { $days } días pasó hace más de un día: ¿está en marcha `broadside serve`?
   *[other] En la tabla { $table } hay { $count } filas cuyo plazo de { $days } días pasó hace más de un día: ¿está en marcha `broadside serve`?
}
doctor-erasure-unfinished = Hace más de una hora se pidió un borrado que no ha terminado. `broadside serve` lo continúa; si no lo hace, su registro dice por qué.
doctor-kept-well = { $soon ->
    [one] Nada se guarda más allá de su plazo; en 7 días se va 1 fila (`broadside personal-data --due` dice cuál).
   *[other] Nada se guarda más allá de su plazo; en 7 días se van { $soon } filas (`broadside personal-data --due` dice cuáles).
}
