# Qué se guarda de las personas: el aviso, la exportación, el borrado, el registro de actividades.

privacy-notice-link = Qué se guarda, para qué, hasta cuándo y quién lo ve

privacy-notice-headline = Qué guardamos de ti
privacy-notice-lead = { $group } lleva esta campaña y responde de lo que se guarda. Esto es todo.
privacy-notice-contact = Escribe a { $address } si tienes cualquier pregunta.
privacy-notice-none = Leer la carta no deja nada: ni cookies, ni rastreadores, ni tu dirección en un registro.
privacy-notice-caption = Qué se guarda, según para qué sirve
privacy-notice-ended = { $days ->
    [one] Un día después de cerrarse esta campaña se olvida quién firmó: nombre, dirección, código postal, comentario y consentimientos se van, y la firma sigue contando.
   *[other] { $days } días después de cerrarse esta campaña se olvida quién firmó: nombre, dirección, código postal, comentario y consentimientos se van, y la firma sigue contando.
}
privacy-notice-rights-title = Es tuyo
privacy-notice-rights-words = El enlace de tu correo abre tu propia página. Allí puedes corregir o retirar lo que firmaste, obtener todo lo que se guarda de ti y hacer que se borre todo.
privacy-notice-rights-lost = ¿Has perdido el correo? { $link }
privacy-notice-rights-link = Pide un enlace nuevo
privacy-notice-rights-complain = También puedes reclamar ante la autoridad de protección de datos de donde vives.
privacy-notice-partners-title = Quién más lo recibe
privacy-notice-partners-nobody = Nadie.
privacy-notice-partners-words = Solo a quien se lo permitiste al marcar una casilla: { $partners }.

privacy-head-table = Tabla
privacy-head-column = Columna
privacy-head-what = Qué
privacy-head-whose = De quién
privacy-head-why = Para qué
privacy-head-until = Hasta cuándo
privacy-head-seen = Quién lo ve
privacy-head-goes = Cómo desaparece

privacy-what-name = nombre
privacy-what-address = dirección de correo
privacy-what-address-key = una forma cifrada de la dirección, que la distingue de otras y no muestra nada de ella
privacy-what-relation = qué eres para el destinatario
privacy-what-postal-code = código postal
privacy-what-country = país
privacy-what-comment = por qué firmas
privacy-what-dedication = lo que dijiste con una donación, y en memoria de quién fue
privacy-what-shown = si se muestra tu nombre
privacy-what-consents = a quién permitiste qué y con qué palabras
privacy-what-language = idioma
privacy-what-source = el enlace que te trajo
privacy-what-times = cuándo
privacy-what-server-answer = qué respondió el servidor de correo
privacy-what-salt = un número al azar que sella tu línea en el registro de la carta
privacy-what-belonging = que estos datos van juntos
privacy-what-public-name = nombres y cuentas que son públicos

privacy-whose-submitter = de quien sea la dirección escrita
privacy-whose-signer = de quien firma
privacy-whose-erased = de quien fue borrado
privacy-whose-target = de a quien se dirige la campaña

privacy-why-confirm = Para convertir en firma lo que enviaste, cuando lo confirmes
privacy-why-send-again = Para enviarte otra vez tu enlace
privacy-why-cap-mails = Para no enviar a ninguna dirección más de tres correos al día
privacy-why-delivery = Para saber por qué no llegó un correo
privacy-why-sign = Para figurar bajo la carta, contar una sola vez y poder cambiarla tú
privacy-why-agree = Para probar lo que aceptaste
privacy-why-stay-erased = Para volver a borrarte si se restaura una copia antigua
privacy-why-address = Para dirigirles mensajes

privacy-until-made = { $days ->
    [one] durante un día
   *[other] durante { $days } días
}
privacy-until-withdrawn = { $days ->
    [one] mientras siga en pie, y un día después de que lo retires
   *[other] mientras siga en pie, y { $days } días después de que lo retires
}
privacy-until-needed = mientras se guarde una firma o un consentimiento tuyo
privacy-until-always = para siempre, porque una copia puede ser antigua
privacy-until-in-files = mientras los ficheros de la campaña los nombren

privacy-seen-everybody = todo el mundo, si así lo elegiste; si no, en el grupo: { $roles }
privacy-seen-roles = en el grupo: { $roles }
privacy-seen-anybody = todo el mundo
privacy-seen-person = solo tú
privacy-seen-nobody = nadie
privacy-role-owner = responsables
privacy-role-organiser = quienes organizan
privacy-role-moderator = quienes moderan

privacy-goes-row = se borra la fila entera
privacy-goes-value = se vacía el valor; el recuento se puede seguir probando
privacy-goes-never = se queda: sin la clave de la instancia no lleva a nadie
privacy-goes-import = desaparece al importar los ficheros de la campaña sin ello

privacy-kept-sign-on = Enviado con el formulario
privacy-kept-sign-on-address = Dirección cifrada, para hallar lo que espera
privacy-kept-link-request = Enlaces pedidos
privacy-kept-mail = Correos a la dirección
privacy-kept-person = Dirección
privacy-kept-signature = Firmado
privacy-kept-consent = Aceptado
privacy-kept-erasure = Borrado antes

privacy-record-title = Registro de actividades de tratamiento
privacy-record-recipients = La dirección va, si su dueño lo aceptó, a:
privacy-record-nobody = nadie
privacy-record-security = Este programa no envía nada a otros países; quien lo aloja sabe dónde está. Las direcciones se comparan por su forma cifrada; los enlaces van sellados; la carpeta de datos es solo para su usuario.

privacy-own-title = Tus datos
privacy-own-words = Puedes obtener todo lo que se guarda de tu dirección, o hacer que se borre todo.
privacy-own-export = Obtener todo lo que sabéis de mí
privacy-own-erasure = Borrarlo todo

privacy-erasure-headline = Borrarlo todo
privacy-erasure-lead = Esto es lo que { $group } guarda de tu buzón. Se borra todo, para siempre.
privacy-erasure-rows = { $n ->
    [one] un registro
   *[other] { $n } registros
}
privacy-erasure-names-title = Nombres que llegaron desde tu buzón
privacy-erasure-signature = Lo que se firmó desde tu buzón se quita de la carta y deja de contar. El registro de la carta conserva dos líneas, que alguien firmó y que alguien se retiró; ya nadie puede saber quién.
privacy-erasure-endorsement = Lo que declaró tu organización sigue en la carta sin ti, hasta que alguien de ella, o un organizador, le ponga fin. Tu nombre, tu cargo y tu dirección se borran.
privacy-erasure-stays = Queda una forma cifrada de la dirección que nadie puede deshacer. Te mantiene fuera si se restaura una copia antigua y mantiene el límite de correos. Puedes volver a firmar cuando quieras.
privacy-erasure-undo = No se puede deshacer, tampoco por nuestra parte.
privacy-erasure-button = Sí, borrarlo todo
privacy-erasure-back = Volver y conservarlo

privacy-erased-headline = Borrado
privacy-erased-lead = Aquí ya no se guarda nada de ti. El enlace de tu correo ha dejado de funcionar.
privacy-gone-headline = Aquí no hay nada
privacy-gone-lead = No se guarda nada tras este enlace, o se cortó o cambió por el camino.

privacy-what-account = cómo se inicia sesión y qué se puede hacer
privacy-what-searched = lo que se buscó en una lista
privacy-what-export = listas descargadas como archivos
privacy-whose-worker = quien trabaja en el escritorio
privacy-why-work = Para que la gente pueda trabajar en el escritorio
privacy-until-account = mientras exista la cuenta
privacy-until-export = un día como mucho
privacy-goes-account = se va cuando se borra la cuenta
privacy-goes-exports = se eliminan todas las del grupo cuando se borra a alguien
privacy-kept-account = Cuenta en el escritorio
privacy-kept-membership = Funciones en grupos
privacy-kept-partner-seat = Organizaciones en cuyo nombre entras
privacy-kept-desk-link = Enlaces hechos para ti, usados o no
privacy-kept-desk-session = Sesiones
privacy-kept-recovery-code = Códigos de recuperación
privacy-kept-passkey = Llaves de acceso
privacy-kept-passkey-challenge = Preguntas a una llave de acceso
privacy-kept-saved-filter = Filtros de listas, guardados con un nombre
privacy-kept-task = Trabajo largo pedido en el escritorio, como las exportaciones
privacy-what-state = si cuenta y si se muestra
privacy-what-network = la red desde la que llegó
privacy-what-signals = cómo se rellenó el formulario y qué parecía falso
privacy-why-take-back = Para que los organizadores puedan deshacer lo que cambiaron
privacy-why-stay-removed = Para que lo que los organizadores quitaron por no ser una firma verdadera siga quitado
privacy-why-judge = Para ver las firmas falsas antes de que cuenten
privacy-kept-changed-row = Cambiado por los organizadores
privacy-kept-removed-mailbox = Dirección cifrada de una firma que los organizadores quitaron y su firmante retiró
privacy-kept-held-sign-on = Por qué se retuvo una firma hasta que alguien la mirara
privacy-what-role = tu cargo en una organización
privacy-whose-officer = quien habla por una organización
privacy-why-endorse = Para saber quién habla por una organización y escribirle sobre su respaldo
privacy-until-endorsed = { $days ->
    [one] mientras el respaldo siga en pie o espere, y un día más
   *[other] mientras el respaldo siga en pie o espere, y { $days } días más
}
privacy-kept-endorsement = Respaldado en nombre de una organización
privacy-kept-endorsement-proof = Preguntado para probar un respaldo
privacy-what-event = a qué acto, con cuántas personas, y si estuviste
privacy-what-answers = tus respuestas a las preguntas de un acto
privacy-whose-guest = quien dice que acude a un acto
privacy-why-come = Para que haya plaza para quien acude y sepa de cada cambio
privacy-until-over = { $days ->
    [one] hasta un día después del acto
   *[other] hasta { $days } días después del acto
}
privacy-kept-rsvp = Dijo que acude a un acto

privacy-what-statement = lo que se les preguntó, respondieron o dijeron en público
privacy-why-report = Para informar de a quién se preguntó y qué respondió
privacy-until-on-record = mientras quien organiza lo mantenga en el registro de la campaña
privacy-goes-record = quien organiza lo quita u oculta cuando se le pide
privacy-kept-statement = En el registro para la prensa
privacy-kept-statement-link = Recibió un enlace privado para responder
privacy-kept-delivery = Publicado como destinatario de una carta
privacy-kept-goal-notice = Avisado por correo de que se alcanzó una meta
privacy-what-gift = cuánto diste o prometiste, para qué y qué fue de ello
privacy-what-payment = cómo te llama el proveedor de pagos, y cómo llama a tu forma de pago y a tu pago (nunca una tarjeta)
privacy-whose-giver = quien da dinero o lo promete
privacy-why-give = Para cobrar como se prometió y dar cuenta de ello
privacy-until-books = { $years } años después del pago, como la ley pide para las cuentas; { $days } días después del final, si no se pagó; { $announced } días después de anunciarse, si es una transferencia que nunca llegó
privacy-goes-books = queda en las cuentas y no lleva a nadie cuando lo demás se ha ido
privacy-kept-pledge = Tus promesas y donaciones
privacy-kept-fundraiser-notice = Lo que se te comunicó de las recaudaciones que cuidas
privacy-role-treasurer = quienes llevan la tesorería
