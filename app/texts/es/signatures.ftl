# Después del formulario: el buzón, la página privada de quien firma y los correos.

signatures-inbox-headline = Mira tu correo
signatures-inbox-lead = Con el enlace que hay allí, tu firma cuenta.
signatures-inbox-words = Hemos enviado un mensaje sobre { $letter } a la dirección que diste. Ábrelo, sigue el enlace y pulsa el botón.
signatures-inbox-days = { $days ->
    [one] El enlace vale un día.
   *[other] El enlace vale { $days } días.
}
signatures-inbox-nothing-title = ¿No llega nada?
signatures-inbox-nothing-words = Un mensaje puede tardar unos minutos, y alguno acaba entre el correo no deseado. Si no llega, pide el enlace otra vez.
signatures-inbox-again = Si hay una firma pendiente para esa dirección, su enlace va de camino.

signatures-new-link-headline = Pide otro enlace
signatures-new-link-lead = Escribe la dirección con la que firmaste. Si allí hay una firma, su enlace llegará por correo.
signatures-new-link-button = Enviarlo otra vez
signatures-new-link-words = Nunca decimos en una página si una dirección ha firmado. Se lo dice el mensaje a quien la usa.
signatures-new-link-too-many = Sin enviar: demasiado de golpe
signatures-new-link-again-at = Acaban de pedirse muchos enlaces desde tu red. Inténtalo otra vez dentro de { $seconds ->
    [one] un segundo.
   *[other] { $seconds } segundos.
}

signatures-fact-name = Nombre
signatures-fact-letter = Carta
signatures-fact-version = Versión { $version } del texto, idioma: { $language }
signatures-fact-relation = Soy
signatures-fact-place = Lugar
signatures-fact-comment = Por qué
signatures-fact-public = En la página
signatures-fact-public-yes = El nombre se muestra.
signatures-fact-public-no = El nombre no se muestra; la firma cuenta igual.
signatures-fact-kept-off = Los organizadores no muestran el nombre en la página; la firma cuenta igual.

signatures-waiting-headline = Un toque y cuenta
signatures-waiting-lead = Esto es lo que firmas. Nada cuenta hasta que pulses el botón.
signatures-confirm-button = Sí, firmo
signatures-waiting-sent = Enviado con el formulario el { $when }.
signatures-waiting-until = El enlace vale hasta el { $until }.
signatures-not-me-title = ¿No has sido tú?
signatures-not-me-words = Puede que alguien escribiera tu dirección por error. Bórralo aquí; no se habrá firmado nada.
signatures-not-me-button = No he sido yo: borrar esto

signatures-stamp = Firmado
signatures-confirmed-headline = Has firmado
signatures-confirmed-just-now = Gracias. Tu firma cuenta en unos instantes. Solo cuando algo parece falso, alguien lo mira antes de que cuente.
signatures-confirmed-lead = Firmaste el { $when }.
signatures-to-the-letter = A la carta
signatures-confirmed-next = Guarda el mensaje: su enlace te trae de vuelta aquí para ver, corregir o retirar tu firma. Y enséñale la carta a una persona más.
signatures-name-changed = El nombre está corregido.
signatures-name-shown = Tu nombre ya puede mostrarse en la página.
signatures-name-hidden = Tu nombre ya no se muestra en la página. Tu firma sigue contando.
signatures-name-wished = Anotado. Los organizadores no muestran tu nombre en la página; si vuelven a mostrarlo, vale lo que has elegido.

signatures-already-headline = Ya has firmado
signatures-already-lead = Desde este buzón se firmó la carta el { $when }. Esa firma cuenta, una vez.

signatures-held-headline = La estamos mirando
signatures-held-lead = Has confirmado. El equipo de la campaña mira esta firma antes de que cuente; tú no tienes que hacer nada.
signatures-invalidated-headline = No cuenta
signatures-invalidated-lead = El equipo de la campaña ha quitado esta firma de la carta.
signatures-invalidated-words = No entra en la cuenta y tu nombre no está en la página. Si es un error, escribe a los organizadores: pueden reponerla. Puedes retirarla, y obtener o borrar lo que se guarda de ti.

signatures-name-title = Corregir el nombre
signatures-name-label = El nombre como debe leerse
signatures-name-hint = Sustituye al anterior en todas partes donde se muestre.
signatures-name-button = Corregir
signatures-visibility-title = Mostrar u ocultar el nombre
signatures-visibility-shown = Tu nombre puede mostrarse en la página.
signatures-visibility-hidden = Tu nombre no se muestra en la página.
signatures-visibility-kept-off = Los organizadores no muestran tu nombre en la página, elijas lo que elijas aquí. Si vuelven a mostrarlo, vale tu elección.
signatures-hide-button = Ocultar mi nombre
signatures-show-button = Mostrar mi nombre
signatures-consent-title = { $partner } y tu dirección
signatures-consent-words = Aceptaste que { $partner } reciba tu nombre y tu dirección. Puedes revocarlo aquí cuando quieras: desde entonces no se transmite nada más, lo aceptaras con la carta que fuera de esta campaña. Tu firma sigue contando, y aquí puedes volver a aceptarlo.
signatures-consent-button = Revocar el permiso de { $partner }
signatures-agreed = Ahora lo aceptas. Puedes volver a revocarlo aquí cuando quieras.
signatures-offers-title = Quién más puede escribirte
signatures-offers-words = Es opcional, y cada una por separado: tu firma cuenta igual, y puedes volver a revocarlo aquí cuando quieras.
signatures-offer-button = Acepto: { $partner }
signatures-consent-ended = Revocado. Desde ahora no se transmite allí nada más.
signatures-consent-ended-on = Lo revocaste el { $when }.
signatures-withdrawal-title = Retirar la firma
signatures-withdrawal-words = Tu nombre sale de la carta y el recuento baja en uno, al instante. No se puede deshacer, pero puedes volver a firmar.
signatures-withdrawal-button = Retirar mi firma

signatures-deleted-headline = Borrado
signatures-deleted-lead = No se ha firmado nada, y lo que se escribió con tu dirección ya no existe.
signatures-read-letter = La carta se puede seguir leyendo: { $letter }.
signatures-withdrawn-headline = Firma retirada
signatures-withdrawn-just-now = Tu firma ya no está en la carta ni se cuenta.
signatures-withdrawn-lead = Esta firma se retiró el { $when }. No se cuenta.
signatures-sign-again = Si cambias de idea, puedes volver a firmar: { $letter }.

signatures-full-headline = Este buzón está completo
signatures-full-lead = { $most ->
    [one] Desde este buzón ya ha firmado una persona, y la carta no admite más. Tu nombre no se ha añadido.
   *[other] Desde este buzón ya han firmado { $most } personas, y la carta no admite más. Tu nombre no se ha añadido.
}
signatures-full-words = Con una dirección propia todavía puedes firmar { $letter }.
signatures-closed-headline = La carta está cerrada
signatures-closed-lead = Ya no admite más nombres, así que este no se puede confirmar.

signatures-expired-headline = Este enlace ha caducado
signatures-expired-lead = No se usó a tiempo, y lo que se envió con él se ha borrado. Firma la carta de nuevo o pregunta si hay otro enlace esperándote.
signatures-altered-headline = Este enlace está roto
signatures-altered-lead = Le falta una parte o ha cambiado; a veces un programa de correo parte en dos un enlace largo. Abre otra vez el mensaje y copia la línea entera, o pide uno nuevo.

# Correos. Frases sencillas: el enlace va en una línea propia entre la petición y el cierre.
signatures-mail-confirmation-subject = Confirma tu firma: { $letter }
signatures-mail-already-subject = Ya has firmado: { $letter }
signatures-mail-again-subject = Tu enlace, otra vez: { $letter }
signatures-mail-confirmation-opening = Alguien, seguramente tú, ha puesto el nombre { $name } y esta dirección en la carta abierta «{ $letter }».
signatures-mail-confirmation-ask = Cuenta cuando lo confirmas. Abre esta página y pulsa el botón:
signatures-mail-confirmation-button = Ver y confirmar
signatures-mail-confirmation-closing = El enlace vale hasta el { $until }. Guarda este mensaje: más adelante, el mismo enlace te deja corregir o retirar tu firma. Si no has sido tú, no hagas nada; una firma sin confirmar se borra sola.
signatures-mail-already-opening = Alguien, seguramente tú, ha vuelto a firmar con esta dirección la carta abierta «{ $letter }». Desde aquí ya se había firmado, así que no ha cambiado nada: una firma, contada una vez.
signatures-mail-already-ask = Aquí está tu firma, para verla, corregirla o retirarla:
signatures-mail-already-button = Ver mi firma
signatures-mail-already-partners = Si esta vez has marcado la casilla de otra organización: en esa página hay un botón para cada una.
signatures-mail-already-closing = Si no has sido tú, no hagas nada. Nadie más puede ver esa página ni cambiar tu firma.
signatures-mail-full-subject = Este buzón está completo: { $letter }
signatures-mail-again-subject-several = Tus enlaces, otra vez
signatures-mail-again-opening = Lo has pedido en nuestra página, o alguien que escribió allí tu dirección: aquí está otra vez lo que se firmó con ella.
signatures-mail-again-ask = Cada enlace lleva a una página propia, para ver, confirmar, corregir o retirar:
signatures-mail-again-more = Esperan más de los que caben aquí. Borra tras su enlace lo que no sea tuyo y pide otra vez: llegarán los demás.
signatures-mail-again-closing = Lo que nadie confirma no se cuenta y se borra solo. Si no lo has pedido tú, no hagas nada: los enlaces no han ido a nadie más.
signatures-mail-waits = { $name }: sin confirmar. Se envió desde el formulario el { $sent }; el enlace vale hasta el { $until }.
signatures-mail-signed = { $name }: firma del { $when }.
signatures-mail-full-opening = { $most ->
    [one] Alguien, seguramente tú o quien comparte este buzón, ha puesto el nombre { $name } y esta dirección en la carta abierta «{ $letter }». No se ha añadido: la carta admite un nombre por buzón, y desde aquí ya ha firmado uno.
   *[other] Alguien, seguramente tú o quien comparte este buzón, ha puesto el nombre { $name } y esta dirección en la carta abierta «{ $letter }». No se ha añadido: la carta admite { $most } nombres por buzón, y desde aquí ya han firmado todos.
}
signatures-mail-full-ask = Estos son los nombres, cada uno con su enlace, para verlo, corregirlo o retirarlo:
signatures-mail-full-elsewhere = Con una dirección propia, { $name } todavía puede firmar:
signatures-mail-full-further = Si alguno de los nombres no debe estar, retíralo y pide que te enviemos el enlace otra vez: entonces se podrá confirmar { $name }, hasta el { $until }.
signatures-mail-full-closing = Si no has sido tú, no hagas nada. Nadie más puede ver esas páginas, y nada ha cambiado.
signatures-mail-why = { $group } organiza esta carta. Recibes este mensaje porque alguien escribió tu dirección en su formulario; no está en ninguna lista de correo.
signatures-wording-read = Leer este texto
signatures-waiting-changed = El texto de la carta ha cambiado desde que enviaste esto. Lo que firmas es el texto que leíste: el número { $n }.
signatures-mail-changed-subject = La carta que firmaste tiene otras palabras: { $letter }
signatures-mail-changed-opening = Firmaste «{ $letter }» como { $name }. Desde entonces se han cambiado sus palabras.
signatures-mail-changed-ask = Lee qué ha cambiado y di si firmas también las nuevas palabras o retiras tu firma:
signatures-mail-changed-ask-closed = La carta ya no admite más nombres, así que las nuevas palabras no se pueden firmar. Lee qué ha cambiado y di si tu firma sigue o la retiras:
signatures-mail-changed-closing = Si no haces nada, tu firma sigue bajo las palabras que firmaste.
signatures-mail-changed-moved = Si no haces nada, tu firma sigue contada bajo las palabras que firmaste. En la página de la carta, los organizadores dejan que tu nombre figure bajo las nuevas.
signatures-mail-changed-button = Mirar y decidir
signatures-renewal-title = La carta tiene ahora otras palabras
signatures-renewal-words = Firmaste el texto { $n }, y ahí se te cuenta. Puedes firmar el nuevo, retirar tu firma o dejarla como está.
signatures-renewal-button = Firmar las nuevas palabras
signatures-renewed = Has firmado las palabras actuales.

signatures-holder-words = Organiza la campaña y tiene lo que figura aquí desde el { $when }.
signatures-consent-since = Lo aceptaste el { $when }, en la página { $page }. Desde entonces puede tener tu nombre y tu dirección de correo, y nada más.
signatures-consent-since-here = Lo aceptaste el { $when }, en esta página. Desde entonces puede tener tu nombre y tu dirección de correo, y nada más.
signatures-consent-since-then = Lo aceptaste el { $when }. Desde entonces puede tener tu nombre y tu dirección de correo, y nada más.
signatures-consent-elsewhere = Con la carta «{ $letter }».
signatures-consent-taken = Están en un archivo que pidió el { $when }.
signatures-consent-not-taken = No ha pedido ningún archivo con ellos.
signatures-consent-told = Su próximo archivo le dice que esto ha terminado, con un número y sin tu nombre.
signatures-consent-partner-ended = Su participación en la campaña terminó el { $when }, y esto con ella: ya no recibe nada. Para lo que recogió antes vale lo que dice sobre los datos, y puedes dirigirte a ella.
signatures-consent-privacy = Qué hace { $partner } con los datos
