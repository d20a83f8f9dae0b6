# The desk: its first page, the signatures, the setup.

desk-nav = Mesa de trabajo
desk-nav-home = Campañas
desk-nav-setup = Instalación
desk-nav-status = Estado
desk-nav-members = Miembros
desk-nav-people = Personas
desk-nav-tasks = Tus tareas
desk-nav-audit = Registro
desk-sign-out = Salir
desk-home-headline = Tus campañas
desk-left = Has dejado el grupo.
desk-needs = Lo que te espera
desk-need-failures = Alguien escribió una contraseña o un código equivocados para tu cuenta { $count } veces seguidas. Si no fuiste tú, pon una contraseña más larga y añade un segundo paso.
desk-need-account = A tu cuenta
desk-need-mail-server = No hay servidor de correo y esperan { $count } mensajes: nadie puede confirmar una firma.
desk-need-setup = A la instalación
desk-need-second-step = Tu cuenta no tiene segundo paso: quien lea tu correo puede entrar en tu nombre.
desk-need-second-step-asked = Un grupo en el que trabajas exige un segundo paso a sus miembros: sus campañas se muestran en cuanto lo tengas.
desk-need-owner = Nadie dirige el grupo { $group }, así que nadie ve aquí sus campañas. En el servidor: broadside account invite CORREO --group { $group }
desk-no-group = Todavía no perteneces a ningún grupo, o ya no. Pide una invitación a alguien que lo dirija.
desk-no-campaign = Aún no hay campañas. Escribe la primera: un titular, lo que pedís y la carta.
desk-no-campaign-files = O escríbela como archivos en el servidor e impórtala:
desk-form-new = Campaña nueva
desk-form-edit = Textos de «{ $campaign }»
desk-form-to-words = Cambiar sus textos
desk-form-language = O empiézala en otro idioma:
desk-form-campaign = La campaña
desk-form-letter = La carta
desk-form-letter-hint = Quien firma, firma estas palabras. Si las cambias después, las nuevas reciben una versión propia y lo firmado queda como estaba.
desk-form-letter-open = Firmas
desk-form-mail = Quién escribe a los firmantes
desk-form-public = Dirección y publicación
desk-form-title = Titular
desk-form-title-hint = Pocas palabras, tan grandes como la página permita.
desk-form-ask = Lo que pedís
desk-form-ask-hint = Una frase.
desk-form-addressee = A quién
desk-form-addressee-hint = Como está en la carta: «el ayuntamiento».
desk-form-summary = En dos líneas
desk-form-summary-hint = Para buscadores y enlaces compartidos. Si queda vacío, es lo que pedís.
desk-form-letter-title = El titular propio de la carta
desk-form-letter-title-hint = Si queda vacío, es el de la campaña.
desk-form-body = La carta
desk-form-body-hint = Una línea vacía entre párrafos; *cursiva*, **negrita**, # para un título, un guion para una lista, [palabras](https://example.org) para un enlace.
desk-form-letter-status = La carta
desk-form-letter-is-open = acepta firmas
desk-form-letter-is-closed = está cerrada y se puede leer
desk-form-sender-name = Remitente de los mensajes
desk-form-sender-name-hint = El nombre que se ve en el buzón.
desk-form-sender-address = Dirección del remitente
desk-form-sender-address-hint = Una desde la que vuestro servidor de correo pueda enviar; la instalación dice si puede.
desk-form-contact = Dirección para preguntas
desk-form-contact-hint = La ven los firmantes junto a lo que se guarda de ellos. Puede quedar vacía.
desk-form-slug = Dirección web
desk-form-slug-hint = Lo que va detrás de /campaigns/: minúsculas, cifras y guiones. Si queda vacío, sale del titular. Después no cambia.
desk-form-time-zone = Zona horaria
desk-form-time-zone-hint = Continente y ciudad, como Europe/Madrid: en ella dicen la hora las páginas.
desk-form-status = Estado
desk-form-status-hint = Un borrador solo lo veis tú y quienes trabajan contigo.
desk-form-draft = Borrador
desk-form-published = Publicada
desk-form-closed = Cerrada: se ve y no acepta nombres
desk-form-see = Ver cómo quedará la carta
desk-form-make = Crear la campaña
desk-form-save = Guardar
desk-form-insist = Guardarla como está aquí
desk-form-preview = Cómo quedará la carta
desk-form-preview-words = Todavía no se ha guardado nada.
desk-form-faults = Todavía no se ha guardado nada. Hay algo que arreglar:
desk-form-changed = Alguien fue más rápido
desk-form-changed-words = Mientras tenías abierta esta página, otra persona guardó la campaña. De lo tuyo no se guardó nada. Donde difiere se ven ambas cosas: cambia tus palabras, o guárdalas sobre las otras.
desk-form-leave = Dejarla como está
desk-form-stands = Lo que guardó ahí otra persona:
desk-fault-missing = Escribe algo aquí.
desk-fault-too-long = { $count } caracteres son demasiados; el máximo es { $most }.
desk-fault-control = En este texto hay un signo invisible que lo rompería. Bórralo escribiendo de nuevo las palabras de alrededor.
desk-fault-slug = Minúsculas, cifras y guiones sueltos, 60 como mucho, como nuestras-demandas.
desk-fault-address = A esta dirección no puede llegar correo. Escríbela como equipo@example.org.
desk-fault-time-zone = Esto no es una zona horaria. Escribe continente y ciudad, como Europe/Madrid.
desk-fault-taken = Ya hay una campaña con esta dirección web. Elige otra.
desk-fault-html = Línea { $line }: «{ $tag }» es HTML, que en las cartas se omite. Escribe *cursiva* o **negrita**.
desk-fault-picture = Línea { $line }: dentro de una carta no puede ir una imagen.
desk-fault-link = Línea { $line }: el enlace lleva a «{ $url }», adonde nadie puede seguirlo. Escríbelo entero, como https://example.org/pagina o mailto:equipo@example.org.
desk-campaign = Campaña
desk-state = Estado
desk-signatures = Firmas
desk-mails-waiting = Mensajes en espera
desk-campaign-draft = Borrador
desk-campaign-open = Abierta
desk-campaign-closed = Cerrada
desk-look = Buscar
desk-signatures-page = A la página de la campaña
desk-next = Más
desk-export = Llevártelas como tabla (CSV)
desk-setup-headline = Instalación
desk-setup-all-well = Nada va mal. Se acaba de probar todo.
desk-setup-so-far = Nada de lo que se ve desde aquí va mal. Ahora prueba el resto.
desk-setup-try-words = Habla con el servidor de correo, pregunta al DNS por los dominios de los remitentes (SPF, DKIM, DMARC) y abre la dirección de esta instancia. Tarda unos segundos y no cambia nada.
desk-setup-try = Probarlo todo
desk-setup-mail-words = Un mensaje a { $email }, entregado mientras esperas.
desk-setup-mail = Enviarme un mensaje de prueba
desk-setup-mailed = El servidor de correo aceptó el mensaje. Mira si llega a { $email }, y dónde.
desk-setup-mail-refused = El servidor de correo no aceptó el mensaje: { $reason }
desk-setup-record-name = Nombre
desk-setup-record-kind = Tipo
desk-setup-record-value = Valor
desk-setup-lead = Algunas cosas impiden que esta instancia haga su trabajo. Cuáles son y qué hacer:
desk-setup-wrong = Por arreglar
desk-setup-notes = Por saber
desk-setup-well = En orden
desk-colophon = Una cookie mantiene tu sesión; nada más te sigue.
desk-lately = Confirmadas en 24 horas
desk-needs-you = Te espera
desk-needs-nothing = Nada por ahora.
desk-need-restored = { $count ->
    [one] Una recaudación espera desde que se restauró una copia: no se cobra a ninguna tarjeta.
   *[other] { $count } recaudaciones esperan desde que se restauró una copia: no se cobra a ninguna tarjeta.
}
desk-need-to-restored = Verla
desk-need-held = { $count ->
    [one] Una firma está retenida hasta que alguien la mire.
   *[other] { $count } firmas están retenidas hasta que alguien las mire.
}
desk-need-to-held = Mirarlas
desk-need-to-outbox = A la bandeja de salida
desk-need-lost-mails = { $count ->
    [one] Un correo no llegó en los últimos siete días: su dirección no existe o el servidor lo rechazó.
   *[other] { $count } correos no llegaron en los últimos siete días: direcciones que no existen o un servidor que los rechazó.
}
desk-need-unconfirmed = { $count ->
    [one] Un formulario se envió hace más de un día y no está confirmado. Quien perdió el correo puede pedir otro enlace.
   *[other] { $count } formularios se enviaron hace más de un día y no están confirmados. Quien perdió el correo puede pedir otro enlace.
}
desk-need-new-link = La página para pedir otro enlace, para compartirla
desk-need-invitations = { $count ->
    [one] Una invitación espera respuesta.
   *[other] { $count } invitaciones esperan respuesta.
}
desk-need-base-url = Los enlaces de los correos empiezan por { $url }, que solo funciona en esta máquina.
desk-need-stuck = Algún trabajo del programa está atascado.
desk-glance-as-of = A fecha de { $moment }, en las horas y los días de { $zone }.
desk-glance-to-signatures = A las firmas
desk-glance-to-targets = A los destinatarios
desk-glance-to-statements = A las declaraciones
desk-glance-time = Cuándo se firma
desk-glance-spans = Hasta cuándo atrás
desk-glance-span-day = 24 horas
desk-glance-span-week = 7 días
desk-glance-span-month = 30 días
desk-glance-span-all = Todo
desk-glance-stand = Firmas en pie
desk-glance-sent = Formularios enviados
desk-glance-confirmed = Confirmadas
desk-glance-part = De lo enviado, confirmado
desk-glance-percent = { $part } %
desk-glance-withdrawn = Retiradas
desk-glance-clicks = Clics en mensajes
desk-glance-hour = Hora
desk-glance-day = Día
desk-glance-month = Mes
desk-glance-drawing = Formularios enviados y firmas confirmadas
desk-glance-highest = Lo más alto, { $when }: { $sent } formularios enviados, { $confirmed } firmas confirmadas. La tabla de abajo tiene todas las cifras.
desk-glance-nothing = En este tiempo no pasó nada.
desk-glance-how = El contorno es un formulario enviado; la columna llena, una firma confirmada entonces. Quien envía el formulario dos veces cuenta dos veces como enviado y una como confirmado; lo que se retiró después sigue contado aquí.
desk-glance-table = Lo mismo en cifras
desk-glance-from = De dónde vienen
desk-glance-from-words = Las firmas que están en pie ahora y todos los clics en mensajes: desde el principio, sea cual sea el tiempo elegido arriba.
desk-glance-from-nothing = Aún no se sabe nada: ninguna firma dice más que su nombre y nadie ha hecho clic en un mensaje.
desk-glance-relations = Para el destinatario son
desk-glance-sources = Enlace que los trajo
desk-glance-languages = Idioma
desk-glance-countries = País
desk-glance-clicks-network = Clics por red
desk-glance-clicks-post = Clics por mensaje
desk-glance-unsaid = sin decir
desk-glance-no-source = sin código en el enlace
desk-glance-others = { $count ->
    [one] otro más
   *[other] otros { $count }
}
desk-nav-personal-data = Datos personales
desk-retention = Cuánto se guarda
desk-retention-headline = Cuánto guarda las cosas «{ $campaign }»
desk-retention-lead = Nada se guarda más de lo que permite el programa; una campaña puede guardar las cosas menos tiempo. Su aviso de privacidad dice entonces lo que pone aquí.
desk-retention-days = En días
desk-retention-mails = Notas de los correos
desk-retention-mails-hint = Que salió un correo y qué respondió el servidor. De 2 a 30 días.
desk-retention-withdrawn = Lo que decía una firma retirada
desk-retention-withdrawn-hint = Después de retirarla. De 1 a 30 días.
desk-retention-ended = Quién firmó, después de cerrar la campaña
desk-retention-ended-hint = De 1 a 3650 días; déjalo vacío para guardar las firmas mientras estén en pie. Nombres, direcciones, códigos postales, comentarios y consentimientos se van para siempre; las firmas siguen contando.
desk-retention-error = Escribe un número entero de { $fewest } a { $most }.
desk-retention-look = Ver qué se iría
desk-retention-only-owner = Solo la dirección puede cambiarlo.
desk-retention-saved = Guardado. Lo que ya pasó de plazo se va en una hora.
desk-retention-changed = Mientras tenías abierta esta página, otra persona lo cambió. De lo tuyo aún no se ha guardado nada: guarda otra vez si insistes.
desk-retention-preview = Qué se va y cuándo
desk-retention-preview-typed = Como lo escribiste, sin guardar.
desk-retention-preview-stands = Como está guardado.
desk-retention-day = En un día
desk-retention-week = En 7 días
desk-retention-month = En 30 días
desk-retention-of-sign-on = Formularios enviados
desk-retention-of-link-request = Quién pidió otro enlace
desk-retention-of-mail = Notas de los correos
desk-retention-of-signature = Lo que decían las firmas retiradas
desk-retention-of-consent = Consentimientos retirados
desk-retention-kept-made = { $days ->
    [one] un día después de hacerse
   *[other] { $days } días después de hacerse
}
desk-retention-kept-withdrawn = { $days ->
    [one] un día después de retirarse
   *[other] { $days } días después de retirarse
}
desk-retention-end = Después del final
desk-retention-end-never = { $count ->
    [one] Una firma está en pie. Se sabe quién firmó mientras siga en pie.
   *[other] { $count } firmas están en pie. Se sabe quién firmó mientras sigan en pie.
}
desk-retention-end-open = La campaña no está cerrada. { $days } días después de cerrarse nadie podrá saber ya quién firmó: { $count } firmas hasta ahora. Siguen contando y sus enlaces privados se acaban.
desk-retention-end-closed = La campaña se encontró cerrada. Desde el { $day } nadie podrá saber ya quién firmó: { $count } firmas. Siguen contando y sus enlaces privados se acaban. Si antes se vuelve a abrir una carta, se aplaza.
desk-record-lead = Lo que la ley pide a { $group } (RGPD, artículo 30), hecho desde el propio programa: cada columna de la base de datos que puede contener algo personal está declarada, y esta página se hace con las declaraciones.
desk-record-campaigns = Quién responde de ello y quién más lo recibe
desk-record-no-campaign = El grupo aún no tiene ninguna campaña, así que no guarda nada de nadie salvo de sus miembros.
desk-record-contact = Contacto
desk-record-recipients = Recibe direcciones, si sus dueños aceptaron
desk-record-activities = Qué se guarda, según para qué
desk-record-security = Cómo se protege
desk-record-columns = Todas las columnas

desk-status-headline = Estado
desk-status-as-of = A las { $moment }. Lo hecho se cuenta desde las { $since }, como mucho un cuarto de hora, y del proceso que responde aquí ({ $node }); lo que espera es de todos.
desk-status-again = Mirar otra vez
desk-status-found = Para revisar
desk-status-well = Nada ha cedido: quien vino tuvo respuesta, y no espera nada que no deba.
desk-status-wrong = Por arreglar:
desk-status-silent = La base de datos no responde. Se sigue mostrando lo leído antes; nadie puede firmar hasta que vuelva.
desk-status-failed = { $count ->
    [one] Falló 1 respuesta: alguien vio una página que lo dice. La causa está en el registro.
   *[other] Fallaron { $count } respuestas: alguien vio una página que lo dice. Las causas están en el registro.
}
desk-status-turned-away = { $count ->
    [one] A 1 persona se le pidió volver a los dos segundos, con el formulario guardado: llegaban más de los que se podían guardar.
   *[other] A { $count } personas se les pidió volver a los dos segundos, con el formulario guardado: llegaban más de los que se podían guardar.
}
desk-status-behind = { $count ->
    [one] 1 firma enviada espera a que se mire antes de escribir su correo,
   *[other] { $count } firmas enviadas esperan a que se miren antes de escribir sus correos,
} { $minutes ->
    [one] desde hace 1 minuto.
   *[other] la primera desde hace { $minutes } minutos.
}
desk-status-server-rests = El servidor de correo no atiende. Se intenta de nuevo en { $seconds ->
    [one] 1 segundo.
   *[other] { $seconds } segundos.
} Los correos esperan mientras tanto; no se pierde ninguno.
desk-status-domains-rest = { $count ->
    [one] 1 dominio de correo aplaza los mensajes y se le deja en paz un rato. Los demás siguen.
   *[other] { $count } dominios de correo aplazan los mensajes y se les deja en paz un rato. Los demás siguen.
}
desk-status-slow-disk = Una de cada cien veces, guardar firmas tardó más de una décima de segundo (hasta { $time }): el disco es lento o está ocupado.
desk-status-lately = El último cuarto de hora
desk-status-sign-ons = Firmas enviadas
desk-status-confirmations = Confirmaciones
desk-status-mails-sent = Correos enviados
desk-status-mails-waiting = Correos que esperan
desk-status-answers = Respuestas
desk-status-from-memory = Páginas públicas desde la memoria
desk-status-drawing = Firmas enviadas y confirmaciones, minuto a minuto
desk-status-highest = Lo más, en el minuto de las { $when }: { $sent } firmas enviadas. La tabla de abajo tiene todos los números.
desk-status-nothing = Ninguna firma en este tiempo.
desk-status-how = El contorno son las firmas enviadas; la columna llena, las confirmaciones. El último minuto está en curso.
desk-status-minutes = Lo mismo en números
desk-status-minute = Minuto
desk-status-away = Vuelvan luego
desk-status-failures = Fallos
desk-status-storing = Cómo se guarda
desk-status-storing-words = Lo que espera se guarda junto, y se agradece cuando está en el disco.
desk-status-queue = Qué se guarda
desk-status-queue-sign-ons = Firmas enviadas
desk-status-queue-confirmations = Confirmaciones
desk-status-queue-clicks = Clics en mensajes
desk-status-stored = Guardado
desk-status-together = Juntos de una vez
desk-status-half = La mitad en
desk-status-nearly-all = 99 de 100 en
desk-status-mail = Qué fue de los correos
desk-status-mail-sent = Aceptados por el servidor
desk-status-mail-later = Aplazados, se intentan de nuevo
desk-status-mail-bounced = Rechazados
desk-status-mail-failed = Abandonados
desk-status-mail-dropped = Ya no había qué decir
desk-status-routes = Con qué rapidez responden las páginas
desk-status-routes-words = Las más pedidas. De cada URL se muestra el patrón, de modo que no se revela ningún enlace ni nombre.
desk-status-route = URL
desk-status-elsewhere = no existe tal página
desk-status-machine = La máquina
desk-status-version = Versión
desk-status-database = Base de datos
desk-status-size = Tamaño de la base de datos
desk-status-room = Espacio libre en su disco
desk-status-memory = Memoria de este proceso
desk-status-undecided = Firmas enviadas cuyo correo no está decidido
desk-status-megabytes = { $count } MB
desk-status-milliseconds = { $count } ms
desk-status-microseconds = { $count } µs
desk-status-seconds = { $count } s
desk-status-over = más de { $time }
desk-need-endorsements = { $count ->
    [one] El respaldo de una organización espera revisión.
   *[other] Los respaldos de { $count } organizaciones esperan revisión.
}
desk-need-to-endorsements = A los respaldos
desk-glance-to-endorsements = A los respaldos
desk-glance-to-events = A los actos
desk-glance-to-versions = Sus versiones
desk-form-reason = Por qué se cambian sus palabras
desk-form-reason-hint = Todo el mundo lo lee junto a lo que cambia, y también quienes firmaron antes, si dejas que se les avise. Hace falta si ya hay firmas.
desk-fault-unreasoned = Hay quien ha firmado las palabras como estaban: di por qué se cambian.

desk-glance-to-partners = A las organizaciones aliadas
desk-partners = Entras en nombre de estas organizaciones
desk-partners-words = Cada una abre a quienes firmaron y la aceptaron, sus archivos y su parte, y nada de la mesa de la campaña.
desk-partnership-over = La colaboración ha terminado. Ya no se abre nada de ella.
desk-glance-to-deliveries = A la entrega
desk-glance-to-goals = A las metas
desk-glance-to-fundraisers = Recaudaciones
desk-glance-to-giver-words = Lo que dicen quienes dan
