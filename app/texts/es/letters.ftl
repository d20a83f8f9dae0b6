# La hoja: la carta, su recuento, su formulario y su lista de nombres.

letters-to = A la atención de { $addressee }
letters-go-to-form = Firmar la carta
letters-other-language = La carta aparece aquí en el idioma en que se escribió.
letters-changed-on = El texto se cambió por última vez el { $day }. Quien firmó antes firmó el anterior.

letters-count-none = Aún no hay nombres
letters-count-none-words = El tuyo puede ser el primero.
letters-count-words = { $n ->
    [one] persona ha firmado
   *[other] personas han firmado
}
letters-count-as-of = a { $moment }
letters-count-how = Cómo contamos
letters-signatures = { $n ->
    [0] Aún sin firmas
    [one] { $n } firma
   *[other] { $n } firmas
}

letters-form-title = Pon tu nombre
letters-name-label = Tu nombre
letters-email-label = Correo electrónico
letters-email-hint = Te enviamos ahí un enlace. Tu firma cuenta cuando la confirmas.
letters-relation-label = Soy
letters-relation-none = Prefiero no decirlo
letters-relation-unsaid = otras personas, o sin decirlo
letters-postal-code-label = Código postal
letters-country-label = País
letters-comment-label = Por qué firmas
letters-consent-label = Quién más puede escribirte
letters-consent-optional = opcional, cada una por separado
letters-consent-privacy = Qué hace { $partner } con los datos
letters-optional = opcional
letters-public-label = Mostrar mi nombre en esta página
letters-public-label-country = Mostrar mi nombre en esta página y listarlo por mi país
letters-sign-button = Firmar la carta
letters-working = Un momento…
letters-form-words = Sin crear una cuenta. Con tu enlace puedes ver, corregir o retirar tu firma cuando quieras.

letters-summary-title = { $n ->
    [one] Aún sin firmar: hay una cosa que corregir
   *[other] Aún sin firmar: hay { $n } cosas que corregir
}
letters-error-name-missing = Escribe el nombre con el que quieres firmar.
letters-error-name-too-long = Un nombre puede tener { $most } caracteres como mucho. Acórtalo, por favor.
letters-error-name-has-link = Un nombre no puede llevar una dirección web. Escribe solo el nombre.
letters-error-name-has-control = En el nombre hay un salto de línea o un carácter invisible. Escríbelo de nuevo en una sola línea.
letters-error-name-taken = Ese nombre ya ha firmado desde este buzón.
letters-error-email-missing = Escribe tu correo electrónico para que podamos enviarte el enlace.
letters-error-email-broken = A esta dirección de correo le falta algo. Debería parecerse a nombre@example.org.
letters-error-email-too-long = Una dirección de correo puede tener { $most } caracteres como mucho.
letters-error-email-suggestion = ¿Querías decir { $meant }? Si { $typed } es correcta, pulsa otra vez el botón.
letters-error-not-a-choice = Esta opción no está en la lista. Elige una de la lista.
letters-error-too-long = Aquí caben { $most } caracteres como mucho. Acórtalo, por favor.
letters-error-has-control = Contiene un carácter invisible. Escríbelo de nuevo.
letters-error-postal-code-broken = Un código postal lleva letras, cifras, espacios y guiones, dieciséis como mucho.

letters-too-many-title = Aún sin firmar: demasiado de golpe
letters-too-many-words = Acaban de llegar muchas firmas desde tu red. Lo que escribiste sigue aquí: pulsa otra vez el botón dentro de { $seconds ->
    [one] un segundo.
   *[other] { $seconds } segundos.
}
letters-just-closed-title = Sin firmar: la carta está cerrada
letters-just-closed-words = Se cerró antes de que llegara tu firma. No se ha guardado nada de lo que escribiste.
letters-words-changed-title = Todavía sin firmar: el texto de la carta ha cambiado
letters-words-changed-words = Cambió mientras lo leías. El nuevo está en esta página y lo que escribiste sigue aquí. Si estás de acuerdo, pulsa otra vez el botón.
letters-busy-title = Todavía sin firmar: ahora mismo no pudimos recibirla
letters-busy-words = Hay muchísima gente firmando o algo falla por nuestra parte. No se guardó nada. Lo que escribiste sigue aquí: pulsa otra vez el botón dentro de un momento.

letters-closed-title = Esta carta está cerrada
letters-closed-words = Ya no admite más nombres. Los que están al pie se quedan.

letters-roll-title = Firman
letters-roll-empty = Aquí estará el primer nombre.
letters-roll-none-shown = Aquí no se muestra ningún nombre.
letters-roll-words = Los últimos nombres de quienes eligieron mostrarse.

letters-address-title = Qué pasa con tu dirección
letters-address-who = { $group } la guarda junto a tu firma y no la muestra nunca.
letters-address-nobody = Nadie más la recibe.
letters-address-partners = Otra organización la recibe solo si marcas su casilla.
letters-address-days = { $days ->
    [one] Si no confirmas en un día, borramos lo que enviaste.
   *[other] Si no confirmas en { $days } días, borramos lo que enviaste.
}
letters-counting-title = Cómo contamos
letters-counting-words = { $most ->
    [one] Una firma cuenta cuando alguien ha abierto el enlace de nuestro correo y ha pulsado allí el botón. Cada buzón puede firmar una vez. Quien retira su firma deja de contar al instante.
   *[other] Una firma cuenta cuando alguien ha abierto el enlace de nuestro correo y ha pulsado allí el botón. Desde un mismo buzón pueden firmar hasta { $most } personas. Quien retira su firma deja de contar al instante.
}
letters-counting-held = { $n ->
    [one] Una firma está retenida hasta que alguien la mire: no está en la cuenta.
   *[other] { $n } firmas están retenidas hasta que alguien las mire: no están en la cuenta.
}
letters-removed-false = { $n ->
    [one] Se quitó una por falsa.
   *[other] Se quitaron { $n } por falsas.
}
letters-removed-duplicate = { $n ->
    [one] Se quitó una por duplicada.
   *[other] Se quitaron { $n } por duplicadas.
}
letters-removed-abusive = { $n ->
    [one] Se quitó una por ofensiva.
   *[other] Se quitaron { $n } por ofensivas.
}
letters-removed-other = { $n ->
    [one] Se quitó una por otro motivo.
   *[other] Se quitaron { $n } por otros motivos.
}
letters-counting-log = Cada confirmación, corrección y retirada se anota en un registro. Con él, quien lleva este sitio puede ver si el recuento se cambió por error o por mano ajena. A ti todavía no te demuestra nada: no puedes leerlo, y quien tiene el servidor podría reescribirlo. Y ningún registro puede mostrar que quien firma es una persona real.
letters-group-title = Quién lo organiza
letters-group-words = { $group } lleva esta campaña y responde de la carta y de esta página.
letters-group-contact = Escribe a { $address }.
letters-others-title = Otras cartas
letters-wording-headline = Un texto anterior
letters-wording-lead = Este es el texto número { $n }. Quien firmó mientras estaba vigente firmó este.
letters-wording-stood = Estuvo vigente desde { $from } hasta { $until }.
letters-wording-current = A la carta tal como está ahora
letters-partner-left-title = Todavía sin firmar: una organización ya no participa
letters-partner-left-words = Por eso su casilla ya no está, y no recibe nada. Lo que escribiste sigue aquí; pulsa otra vez el botón.
letters-consents-changed-title = Todavía sin firmar: han cambiado las palabras de un permiso
letters-consents-changed-words = Cambiaron mientras leías, así que su casilla vuelve a estar vacía. Lo que escribiste sigue aquí. Márcala si aceptas las nuevas palabras y pulsa otra vez el botón.
letters-count-closed-none = Se cerró sin ninguna firma.
letters-roll-closed = Nadie firmó mientras estuvo abierta.
letters-closed-notice = Esta carta está cerrada y ya no admite firmas.

letters-endorsers-title = Organizaciones
letters-endorsers-count = { $n ->
    [one] Una organización respalda esta carta.
   *[other] { $n } organizaciones y sedes respaldan esta carta.
}
letters-endorsers-organisations = Asociaciones, sindicatos, entidades benéficas
letters-endorsers-companies = Empresas
letters-endorsers-public-bodies = Organismos públicos
letters-endorser-by-mail = Probado por correo en { $domain }
letters-endorser-by-dns = Probado por el DNS de { $domain }
letters-endorser-by-web = Probado por el sitio web { $domain }
letters-endorser-by-organiser = Anotado por quien organiza
letters-endorse = Respaldar en nombre de una organización
letters-endorse-words = Se prueba por el dominio de la propia organización y se revisa antes de figurar aquí.

letters-changed-earlier = { $n ->
    [one] 1 firma está bajo un texto anterior.
   *[other] { $n } firmas están bajo textos anteriores.
}
letters-changed-what = Qué ha cambiado
letters-roll-earlier = texto { $n }
letters-wordings-headline = Todos los textos de esta carta
letters-wordings-lead = { $n ->
    [one] 1 firma, a { $moment }, según el texto que se firmó.
   *[other] { $n } firmas, a { $moment }, según el texto que se firmó.
}
letters-wordings-words = Quien firmó está bajo las palabras de entonces, hasta que firme otras.
letters-wordings-moved = Los organizadores dejan que los nombres bajo textos anteriores figuren bajo el actual en la página de la carta; aquí cada uno se cuenta donde se firmó.
letters-wordings-n = Texto { $n }
letters-wordings-stands = Es el actual desde { $from }.
letters-wordings-signed = { $n ->
    [one] 1 firma.
   *[other] { $n } firmas.
}
letters-wordings-read = Leer el texto { $n }
letters-wordings-reason = Por qué se cambió: { $reason }
letters-wordings-no-reason = Nadie dijo por qué se cambió.
letters-wordings-differs = Qué cambia respecto al anterior
letters-wordings-same = Ninguna palabra en este idioma.
letters-wordings-gone = quitado:
letters-wordings-new = añadido:

# A field that people do not see
letters-trap-label = Deja esto vacío

letters-names-all = Todos los nombres
letters-names-headline = Quiénes firman
letters-names-lead = Quienes firmaron { $letter } y eligieron mostrarse, empezando por los últimos.
letters-names-relation-label = Quiénes son
letters-names-relation-all = Todo el mundo
letters-names-country-all = Todos los países
letters-names-show = Mostrar estos nombres
letters-names-none-yet = Todavía no se muestra a nadie aquí.
letters-names-none-here = Aquí no se muestra a nadie.
letters-names-none-looked = De los { $n } nombres repasados para esta página, ninguno es de estos. Hay otros anteriores.
letters-names-looked = Para esta página se repasaron { $n } nombres. Hay otros anteriores.
letters-names-pages = Páginas de nombres
letters-names-newest = Últimos nombres
letters-names-older = Nombres anteriores
letters-names-further = Buscar más atrás
letters-names-own = ¿Está aquí tu nombre y no debería? El enlace de tu correo lo quita al instante. { $link }
letters-names-own-link = Recibir otra vez el enlace

letters-replies-title = { $n ->
    [one] Lo que respondieron
   *[other] Lo que respondieron: { $n } respuestas
}
letters-press-title = Para la prensa
letters-goal-ahead = Próxima meta: { $n }
letters-goals = Metas
letters-press-replies = { $n ->
    [one] Hay una respuesta.
   *[other] Hay { $n } respuestas.
}

# The letter as a file to take away.
letters-file-to = A { $addressee }
letters-file-about = Carta abierta. Versión { $n }, del { $day }. Se firma aquí: { $url }
letters-file-page = { $page } de { $pages }
letters-fundraisers = Dinero
