# Publicaciones preparadas: dónde se eligen, por dónde salen y cuántas veces se abren.

posts-headline = Díselo tú
posts-lead = Palabras listas para tu propia cuenta. Nada se publica hasta que tú lo publiques.
posts-to = Para { $target }
posts-to-role = Para { $target }, { $role }
posts-elsewhere-title = O en otro sitio
posts-elsewhere-words = Cada una se abre ya escrita, menos { $networks }: allí va solo el enlace, así que copia antes las palabras.
posts-more = Otras palabras, otras personas
posts-meanwhile-title = Mientras esperas

posts-whom-title = A quién
posts-whom-button = Mostrar
posts-other = La publicación que tenías delante no es para { $target }. Esta es la primera que sí.
posts-session = Interviene el { $moment }.
posts-answered = Respondió el { $day }
posts-acted = Actuó el { $day }

posts-words-title = Lo que dice
posts-length = { $n } de { $limit }, según cuenta { $network }
posts-length-free = { $n ->
    [one] { $n } carácter
   *[other] { $n } caracteres
}
posts-too-long = Es demasiado largo: acórtalo antes de publicarlo.
posts-link-apart = El enlace va aparte: { $url }
posts-link-only = { $network } solo admite el enlace. Copia antes las palabras y pégalas allí.
posts-named = A quien no tenga en { $network } una cuenta que conozcamos se le llama por su nombre.
posts-no-address = Aquí no se conoce ningún correo de { $names }. Ponlo tú.
posts-no-number = Aquí no se conoce ningún teléfono de { $names }. Ponlo tú.
posts-account = En { $network }: { $handle }
posts-edit = Cambia las palabras como quieras. Para contarlas pasan por este sitio, que no guarda nada de ellas.
posts-uncounted = Ahora mismo no se puede contar la longitud. La red te la dirá cuando llegues.
posts-edited = Ahora son tus propias palabras. Van directas, y ese clic no se cuenta.

posts-open-button = Abrir en { $network }
posts-open-words = Se abre ya escrito. El botón de publicar lo pulsas tú.
posts-email-button = Escribir el correo
posts-sms-button = Escribir el mensaje
posts-device-words = Se abre ya escrito en tu dispositivo. Lo envías tú.
posts-copy-words = Selecciona las palabras de arriba y cópialas. Después, pégalas donde quieras.
posts-copy-button = Copiar las palabras
posts-copied = Copiado
posts-share-button = Compartir con este dispositivo

posts-ways-title = Dónde
posts-way-email = Correo
posts-way-sms = Mensaje de texto
posts-way-copy = Copiar
posts-wordings-title = Con otras palabras
posts-letter = Leer y firmar la carta
posts-clicks-link = Cuántas veces se han abierto

posts-server-headline = ¿Qué servidor?
posts-server-lead = Mastodon son muchos servidores. El tuyo se abre con la publicación ya escrita.
posts-server-label = Tu servidor de Mastodon
posts-server-hint = Solo su nombre, como mastodon.social. No lo guardamos.
posts-server-refused = Este no es el nombre público de un servidor. Escribe solo el nombre, como mastodon.social: sin https://, sin @, sin barras y sin números de dirección.
posts-server-unasked = Ahora mismo no se puede comprobar el nombre del servidor. Prueba otra vez dentro de un momento.
posts-back = Volver a la publicación

posts-leaving-headline = Rumbo a otro sitio
posts-leaving-lead = Esto lleva a { $server }, con la publicación de abajo ya escrita.
posts-leaving-button = Seguir a { $server }
posts-leaving-words = Sigue solo si es el servidor en el que tienes cuenta.
posts-leaving-back = Es otro servidor

posts-clicks-headline = Clics en publicaciones
posts-clicks-lead = { $n ->
    [0] Nadie ha abierto aún el enlace de una publicación.
    [one] Se ha abierto una vez el enlace de una publicación.
   *[other] Los enlaces de las publicaciones se han abierto { $n } veces.
}
posts-clicks-column = Clics
posts-clicks-by-post = Publicación
posts-clicks-by-target = A quién
posts-clicks-by-network = Dónde
posts-clicks-by-day = Día
posts-clicks-meaning-title = Qué se cuenta aquí
posts-clicks-meaning = Un clic es abrir una vez un enlace que lleva de aquí a una red. Si allí se publicó algo, aquí nadie puede verlo.
posts-clicks-limits = No se guarda dirección ni cookie, así que dos clics de una misma persona cuentan dos veces, y también cuentan los programas que siguen enlaces. Si llegan muchísimos a la vez de una misma red, todos siguen adelante y solo cuentan los primeros 120 y después 20 por minuto; para eso la red se recuerda en memoria y no se escribe en ningún sitio. No se cuentan los correos, los mensajes, las copias ni las palabras cambiadas.
posts-clicks-json = Lo mismo para tus programas (JSON)
