# Organizaciones aliadas de una campaña: las páginas del grupo, las de cada organización y las públicas.

partners-term-who = { $group } organiza la campaña. { $partner } recibe el nombre y la dirección de correo de quienes marcaron la casilla de { $partner } al firmar, o la aceptaron después en su página privada, y de nadie más. Ninguna dirección se comunica de otro modo.
partners-term-shown = En el formulario y en la página privada de cada firmante figura { $partner }, con su sitio { $website } y su página sobre los datos { $privacy }. Si el grupo cambia algo de esto, { $partner } vuelve a aceptar estas condiciones antes de que se le entregue a nadie más; quien aceptó antes, aceptó el nombre que figuraba allí.
partners-term-words = Lo que { $partner } dice sobre los datos, tal como figura aquí: { $words }
partners-term-what-for = { $partner } los usa para lo que dicen las palabras marcadas, y para nada más. El archivo lleva las palabras, su versión, la página, la hora y el origen de cada permiso, para que cada uno se pueda mostrar.
partners-term-file = Los archivos se cifran con la clave pública que da { $partner }. Solo { $partner } tiene la otra mitad, y guarda lo que descifra como guarda los datos de sus propios miembros.
partners-term-ended = Quien firma puede retirar un permiso cuando quiera. { $partner } recoge un archivo al menos cada dos semanas, y en tres días deja de escribir a aquellos cuyo número figura como terminado, y los borra. Para eso guarda el número junto a cada dirección.
partners-term-care = { $partner } responde de lo que tiene, según sus propias palabras sobre los datos, enlazadas junto a su casilla y desde la página privada de cada firmante.
partners-term-end = Cualquiera de las partes puede terminar esto cuando quiera, con un botón y sin dar razones. Desde ese momento el formulario ya no pregunta por { $partner }, esta entrada no muestra nada y no se puede recoger nada.
partners-term-after = Con ese día termina en esta campaña todo permiso dado a { $partner }, y la página privada de cada firmante lo dice. Lo que { $partner } recogió antes queda en sus manos según sus propias palabras sobre los datos; desde entonces aquí ya no se le avisa de quien cambia de idea, así que ofrece en cada correo su propia manera de darse de baja. Lo que no haya usado lo borra en treinta días.

partners-terms = Condiciones
partners-terms-lead = Te invitan a ser aliada de { $campaign }. Estas son las condiciones; verás a quienes firmaron cuando se acepten.
partners-terms-anew = El grupo ha cambiado cómo se llama tu organización en { $campaign }, o lo que se dice de ella. Volverás a ver a quienes firmaron cuando aceptes las condiciones como son ahora.
partners-terms-read = Estas son las condiciones con las que tu organización participa en { $campaign }; se aceptaron el { $when }. Léelas antes de ver a quienes firmaron.
partners-terms-read-button = Las he leído
partners-terms-key = El grupo ha dado esta clave, con la que se cifrarían tus archivos. En cuanto aceptes, solo tú puedes cambiarla:
partners-terms-accept = Aceptar estas condiciones
partners-terms-accepted = Aceptadas el { $when }, con estas palabras:
partners-terms-changed = Estas condiciones no son las que leíste
partners-terms-changed-words = Cambiaron entretanto. No se ha aceptado nada; léelas como son ahora.
partners-decline = No, gracias
partners-decline-words = Entonces el formulario ya no pregunta por tu organización y esta página se cierra.
partners-decline-button = Rechazar

partners-own-standing = { $n ->
    [0] Nadie ha aceptado todavía que le escribas.
    [one] Una persona acepta que le escribas.
   *[other] { $n } personas aceptan que les escribas.
}
partners-own-more = Más de { $n } personas aceptan que les escribas.
partners-look = La campaña con este aspecto
partners-share = Parte de la cuenta conjunta
partners-share-joint = Cuenta conjunta
partners-share-own = Por tus orígenes
partners-share-percent = { $percent } % de ella
partners-share-words = A { $when }. Cada persona cuenta una vez, por el origen con el que firmó primero, por muchas organizaciones que la trajeran.
partners-source = Origen
partners-signatures = Firmas

partners-files = Archivos
partners-files-words = Cada archivo contiene lo nuevo desde el anterior: quién aceptó, quién corrigió su nombre y, solo por su número, quién lo retira. Va cifrado con tu clave; ábrelo con «age -d -i key.txt archivo.csv.age». Si una celda empieza por =, +, @ o un signo menos, lleva delante un apóstrofo, para que ninguna hoja de cálculo la calcule: quítalo antes de escribir a la dirección.
partners-files-no-key = Da primero tu clave, más abajo: sin ella no hay con qué cifrar.
partners-files-under-way = Se está preparando un archivo. Vuelve a cargar esta página dentro de un momento.
partners-files-button = Pedir lo nuevo
partners-files-whole-button = Pedir a todas las personas de nuevo
partners-file = Archivo
partners-file-number = Archivo { $n }
partners-file-gathering = Preparándose
partners-file-whole = todas las personas
partners-file-asked = Pedido
partners-file-given = Nuevas
partners-file-changed = Corregidas
partners-file-ended = Terminadas

partners-key = Clave
partners-key-label = Clave pública de age
partners-key-hint = «age-keygen -o key.txt» crea un par. Aquí va la línea que llama clave pública (public key); el archivo se queda en la organización.
partners-key-button = Guardar esta clave
partners-key-given = dada
partners-key-none = todavía ninguna
partners-key-error = Esto no es una clave pública de age. Empieza por age1 y es como { $example }
partners-key-example = Ese es el ejemplo: su otra mitad no es tuya. Crea un par con age-keygen y pega su clave pública.
partners-key-secret = Esto es una clave secreta, que nadie más puede tener: no se ha guardado. Crea un par nuevo con age-keygen y pega aquí la clave pública, que es como { $example }

partners-signers = Quién aceptó
partners-signers-none = Nadie todavía. Muestra a tu gente la campaña con tu aspecto: quien firma allí encuentra tu casilla en el formulario, sin marcar, como en todas partes.
partners-signer = Nombre
partners-address = Dirección
partners-agreed = Aceptó
partners-older = Las anteriores

partners-end = Terminar la colaboración
partners-end-own-words = El formulario deja de preguntar por tu organización, todo permiso que se le dio en esta campaña termina hoy y esta página se cierra al instante. Lo que recogiste se queda contigo según las condiciones que aceptaste.
partners-end-group-words = El formulario deja de preguntar por esta organización, todo permiso que se le dio en esta campaña termina hoy y sus entradas no abren nada desde el próximo clic. Lo que recogió antes queda en sus manos según las condiciones que aceptó; la página privada de cada firmante lo dice.
partners-end-count = { $n ->
    [0] Nadie ha aceptado, así que no termina ningún permiso.
    [one] Con ella termina un permiso, para siempre.
   *[other] Con ella terminan { $n } permisos, para siempre.
}
partners-end-more = Con ella terminan más de { $n } permisos, para siempre.
partners-end-leave = Dejarla como está
partners-end-button = Terminarla ahora

partners-conflict = Alguien guardó esta campaña entretanto
partners-conflict-words = De lo tuyo no se ha guardado nada. Lo que escribiste está abajo; envíalo otra vez si todavía encaja.
partners-done-accepted = Las condiciones están aceptadas. Da tu clave y pide el primer archivo.
partners-done-key = La clave está guardada. Los archivos se cifran con ella desde ahora.
partners-done-asked = El archivo se está preparando. Vuelve a cargar esta página dentro de un momento.
partners-done-read = Has leído las condiciones.
partners-done-removed = Excluida: desde el próximo clic aquí no se le abre nada.
partners-done-withdrawn = La invitación está retirada; su enlace ya no abre nada.
partners-done-saved = Guardado.
partners-done-invited = La invitación está en camino.
partners-done-ended = La colaboración ha terminado.

partners-headline = Organizaciones aliadas
partners-desk-words = Organizaciones que pueden escribir a quienes firman y aceptan a cada una. Cada cual tiene su casilla en el formulario, una página de la campaña con su aspecto y una entrada que muestra solo a las suyas.
partners-none = Todavía no hay ninguna.
partners-partner = Organización
partners-state = Cómo está
partners-state-none = Sin invitar. Su casilla está en el formulario y no se comunica nada.
partners-state-invited = Invitada el { $when }; todavía no ha aceptado las condiciones. El formulario ya pide su consentimiento; a quien lo dé ahora se le entregará cuando las acepte.
partners-state-accepted = Participa desde el { $when }.
partners-state-ended-group = La terminó el grupo el { $when }.
partners-state-ended-partner = La terminó la organización el { $when }.
partners-waits = Su nombre, su sitio o lo que dice sobre los datos no son los que aceptó. Hasta que los acepte también, no ve a nadie ni recoge archivos.
partners-accepted-words = Ha aceptado las condiciones: desde entonces su clave es solo suya. Si cambias su nombre, su sitio, su página o sus palabras sobre los datos, tiene que aceptarlos antes de volver a ver a nadie; quien aceptó antes, aceptó el nombre que figuraba allí.
partners-new = Añadir una organización
partners-change = Cambiar sus palabras y logotipo
partners-website = Sitio web
partners-privacy = Su página sobre los datos
partners-consent = Palabras junto a su casilla
partners-invite = Invitar
partners-invite-words = Quien recibe el enlace entra en nombre de esta organización: ve las condiciones y, una vez aceptadas, a quienes la aceptaron; nunca otra cosa de la mesa.
partners-invite-email = Dirección de correo
partners-invite-button = Enviar la invitación
partners-mails-wait = No hay servidor de correo configurado, así que la invitación espera hasta que lo haya.
partners-people = Quién entra en su nombre
partners-people-none = Nadie todavía.
partners-people-own = Quién entra en tu nombre
partners-seat-removal = Excluir
partners-seat-removal-of = Excluir a { $email }
partners-seat-removal-words = A quien se excluye no se le abre nada aquí desde el próximo clic, y una descarga en curso se corta. La colaboración sigue.
partners-invitations = Con invitación, aún sin entrar
partners-invitation-until = hasta el { $when }
partners-invitation-withdrawal = Retirar
partners-invitation-withdrawal-of = Retirar la invitación de { $email }
partners-history = Antes
partners-back = Todas las organizaciones

partners-field-name = Nombre
partners-field-slug = Palabra en sus direcciones
partners-field-slug-hint = Minúsculas, cifras y guiones, como green-future. No se puede cambiar después.
partners-field-consent-hint = Con tus propias palabras: qué recibe quién y para qué. Quien acepta, acepta exactamente estas.
partners-field-privacy-text = Lo que dice sobre los datos
partners-field-privacy-text-hint = Puede quedar vacío: entonces se enlaza su propia página.
partners-field-logo = Logotipo
partners-field-logo-hint = Una de las imágenes de la campaña.
partners-logo-none = Ninguno
partners-field-signal = Color de su página
partners-field-signal-hint = Seis cifras detrás de #, como #1d6b3a; vacío para el de la campaña.
partners-save = Guardar
partners-leave = Dejarlo como estaba
partners-others = No encaja con el resto de la campaña
partners-mistakes = { $n ->
    [one] Falta algo o algo está mal
   *[other] Faltan o están mal { $n } cosas
}
partners-too-many = Una campaña tiene como mucho doce organizaciones aliadas, contando las que ya no participan. Para hacer sitio, exporta la campaña, quita una en sus archivos e impórtalos.
partners-fault-missing = Rellena esto.
partners-fault-too-long = Como mucho { $most } caracteres; acórtalo.
partners-fault-unprintable = Contiene un signo que no se puede imprimir; escríbelo de nuevo.
partners-fault-slug = Usa minúsculas, cifras y guiones sueltos, como green-future.
partners-fault-slug-taken = Otra organización tiene esta palabra.
partners-fault-url = Escribe la dirección web entera, como https://example.org/privacy.
partners-fault-colour = Escribe seis cifras detrás de #, como #1d6b3a, lo bastante oscuro para leerse sobre papel claro.
partners-fault-logo = Elige una de las imágenes de la campaña.

partners-privacy-headline = { $partner } y tus datos
partners-privacy-lead = { $partner } es una organización aliada de esta campaña. Recibe tu nombre y tu dirección de correo solo si marcas su casilla al firmar.
partners-privacy-more = Su propia página sobre los datos
partners-privacy-words-title = Lo que aceptas
partners-privacy-back-title = Retirarlo
partners-privacy-back-words = Tu enlace privado, que llegó con el correo de confirmación, muestra lo que aceptaste y lo termina con un botón. Tu firma se queda.
partners-privacy-back-ended = Nadie la acepta ya, y tu enlace privado muestra lo que aceptaste y cuándo terminó.
partners-privacy-links = Envíame otra vez mi enlace
partners-privacy-ended = Ya no participa desde el { $when }. Lo que recibió antes se rige por sus propias palabras; dirígete a ella.

partners-mail-subject = { $partner } ya no participa en «{ $campaign }»
partners-mail-left = { $name }: { $partner } terminó su participación en «{ $campaign }» el { $moment }.
partners-mail-declined = { $name }: { $partner } no aceptó las condiciones de «{ $campaign }» y no participa desde el { $moment }.
partners-mail-left-follows = Su casilla ya no está en el formulario, sus entradas no abren nada y todo permiso que se le dio terminó ese día. Las firmas siguen en pie, y también lo que se cuenta por su origen. Puedes volver a invitarla.
partners-mail-left-button = { $partner } en la mesa de trabajo
partners-mail-left-why = Recibes este correo porque trabajas en esta campaña de { $group }. Se envía una sola vez.
partners-mail-ended = { $name }: { $group } terminó la participación de { $partner } en «{ $campaign }» el { $moment }.
partners-mail-ended-follows = Tu entrada ya no abre nada de ella, y todo permiso que se dio a { $partner } terminó ese día. Lo que recogiste antes se queda contigo según tus propias palabras sobre los datos: da una salida a todas las personas a las que escribas, y borra en treinta días lo que no uses.
partners-mail-ended-button = Lo que leen ahora los firmantes
partners-mail-ended-why = Recibes este correo porque entrabas por { $partner } en esta campaña de { $group }. Se envía una sola vez.
