# Destinatarios en la mesa: la lista, una lista de ponentes pegada, las marcas de cada uno.

targets-headline = Destinatarios de «{ $campaign }»
targets-preview-headline = Una lista para «{ $campaign }»
targets-targets = Destinatarios
targets-none = Aún no hay destinatarios. Pega abajo una lista o escribe targets.toml entre los archivos de la campaña.
targets-name = Nombre
targets-role = Cargo
targets-handles = Cuentas
targets-session = Sesión
targets-email = Correo electrónico
targets-phone = Teléfono
targets-mark = Respondió o actuó
targets-back = A todos los destinatarios
targets-done-list = La lista está incorporada. Las visitas la ven en un segundo.
targets-done-removed = El destinatario está retirado.
targets-done-marked = La marca está guardada. Aparece junto a cada mensaje a este destinatario.
targets-done-unmarked = La marca está retirada.

targets-paste = Pega una lista de ponentes
targets-paste-words = La lista de una conferencia en CSV o copiada de una hoja de cálculo. Ves lo que cambiaría antes de que cambie nada.
targets-list = Lista
targets-list-hint = La primera línea nombra las columnas: name y, además, cualquiera de x, bluesky, mastodon, threads, linkedin, facebook, telegram, reddit, handles, email, phone, session. Una cuenta puede ser la dirección de la página de alguien. Las horas son las de la zona horaria de la campaña. Quien ya es destinatario se actualiza; una celda vacía no quita nada.
targets-look = Verla primero
targets-look-again = Verla otra vez
targets-apply = Incorporarla
targets-leave = Dejarlo todo como está
targets-sums = { $new ->
    [0] No se añadiría a nadie
    [one] Se añadiría un destinatario
   *[other] Se añadirían { $new } destinatarios
}, { $changed ->
    [0] no cambiaría ninguno
    [one] cambiaría uno
   *[other] cambiarían { $changed }
}; { $same ->
    [0] no hay nadie más en la lista.
    [one] uno ya está como dice la lista.
   *[other] { $same } ya están como dice la lista.
}
targets-new = Se añadirían
targets-difference = Lo que cambia
targets-field = Campo
targets-now = Ahora
targets-then = Según la lista
targets-changed-since = Alguien ha cambiado los destinatarios desde que los viste. Esto es lo que tu lista cambiaría ahora; incorpórala o déjalo todo como está.
targets-other-list = La lista no es la que viste. Esto es lo que cambiaría.

targets-files = Junto con los archivos de la campaña
targets-files-words = Lo que cambias aquí es parte de la campaña: broadside campaign export lo escribe con todo lo demás.
targets-files-rule = Una importación no lo deshace. Si los archivos dicen de un destinatario lo mismo que en la importación anterior, se queda como lo dejaste aquí. Si los archivos también lo han cambiado, la importación lo nombra y no cambia nada hasta que alguien reúna ambas cosas o deje valer los archivos (--over-desk).

targets-faults = No se ha cambiado nada. Lo que hay que corregir:
targets-line = Línea { $line }:
targets-wrong-empty = La lista está vacía. Su primera línea nombra las columnas, como name,x,session.
targets-wrong-not-csv = Esta fila no es CSV. Guarda la lista otra vez como CSV en UTF-8.
targets-wrong-quotation = Esta fila abre unas comillas que no se cierran. Ciérralas o quítalas.
targets-wrong-column = «{ $column }» es una columna desconocida. Cámbiale el nombre o quítala.
targets-wrong-no-name-column = Ninguna columna se llama name. Haz que la primera línea nombre las columnas.
targets-wrong-fields = Esta fila tiene { $fields } campos y la primera línea { $columns }. Pon entre comillas un campo que lleve una coma.
targets-wrong-no-name = Esta fila no tiene nombre. Escríbelo o quita la fila.
targets-wrong-name = «{ $name }» no puede ser un nombre: 120 caracteres como máximo y sin caracteres de control.
targets-wrong-handle = «{ $typed }» no es una cuenta de { $network }. Escríbela como { $form } o deja la celda vacía: sin cuenta se le llama por su nombre.
targets-wrong-profile = «{ $typed }» no es la dirección de la página de nadie en una red conocida aquí. Escribe la red antes de la cuenta, como mastodon:@name@mastodon.social, o quítala.
targets-wrong-mail = «{ $typed }» puede ser una dirección de correo. Escríbela en una columna email, o como mastodon:@{ $typed } si es una cuenta de allí.
targets-wrong-network = «{ $name }» no es una red. Escribe el nombre de una red antes de los dos puntos, como x:@name.
targets-wrong-address = «{ $typed }» no es una dirección de correo. Escríbela como team@example.org.
targets-wrong-phone = «{ $typed }» no es un número de teléfono. Escríbelo con el prefijo del país y solo con cifras, como +14155550100.
targets-wrong-session = «{ $typed }» no es un día y una hora. Escríbelo como 2018-09-25 14:00, en la zona horaria de la campaña.
targets-wrong-twice = { $name } ya está en la línea { $line }. Quita una de las dos.
targets-wrong-post-too-long = El mensaje { $post } en { $language } tiene { $length } según cuenta { $network }, con su destinatario más largo, { $target }; el máximo es { $limit }. Acorta el nombre, o el mensaje en { $over }.
targets-wrong-post-too-many-bytes = El mensaje { $post } en { $language } tiene { $length } según cuenta { $network }, pero { $bytes } bytes, con su destinatario más largo, { $target }; { $network } admite { $limit } bytes como máximo. Acorta el nombre o quita algún emoji del mensaje.
targets-wrong-named = Los archivos de la campaña nombran «{ $named }», en un mensaje o entre varios destinatarios a la vez. Quítalo allí primero e impórtalos.
targets-wrong-nobody-left = La campaña tiene mensajes y no quedaría nadie a quien enviarlos.
targets-wrong-too-many = Una campaña tiene { $most } destinatarios como máximo. Retira primero algunos.

targets-change-by-list = Las cuentas y la sesión se cambian pegando una lista con este nombre y los valores nuevos.
targets-answered = Ha respondido
targets-acted = Ha actuado
targets-answered-button = Marcar que respondió
targets-acted-button = Marcar que actuó
targets-unmark = Retirar la marca
targets-on = El día
targets-on-error = Esto no es un día. Escribe año, mes y día, como 2018-09-25.
targets-on-ahead = Este día aún no ha llegado. Escribe el día en que ocurrió.
targets-link = Enlace
targets-link-hint = Donde cualquiera pueda leerlo.
targets-link-error = Esto no es una dirección web. Escríbela entera, como https://example.org/answer.
targets-words = En una frase, en { $language }
targets-words-error = Escribe la frase en todos los idiomas o en ninguno, en 300 caracteres como máximo.
targets-mistakes = La marca aún no está guardada: algunos campos necesitan otra mirada.
targets-remove = Retirar este destinatario
targets-remove-words = Los enlaces a mensajes para este destinatario dejan de funcionar. Los clics en ellos siguen contados.
targets-remove-button = Retirar a { $name }
targets-conflict = Alguien ha cambiado este destinatario mientras tanto
targets-conflict-words = Lo tuyo aún no está guardado. Guarda otra vez y valdrá lo tuyo; sal y valdrá lo suyo.
targets-conflict-removing = Aún no está retirado. Mira lo que dice ahora y pulsa otra vez si sigue sobrando.
targets-conflict-leave = Dejarlo como lo guardó
targets-theirs = Guardado
targets-yours = Lo tuyo
