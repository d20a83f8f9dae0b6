# La lista de campañas.

campaigns-home-headline = Lo que pide la gente
campaigns-home-description = Cartas abiertas que puedes leer y firmar aquí.
campaigns-home-run-by = Una iniciativa de { $group }
campaigns-home-no-signatures = Aún sin firmas
campaigns-home-closed = Cerrada
campaigns-home-empty = Aquí no cuelga todavía ninguna campaña.
campaigns-home-empty-words = Una campaña es una carpeta de archivos. Trae una y aparecerá aquí al momento:

campaigns-card-alt = Tarjeta: «{ $headline }». { $n ->
    [one] Ha firmado una persona.
   *[other] Han firmado { $n } personas.
}
campaigns-card-alt-target = Tarjeta a { $target }: «{ $headline }». { $n ->
    [one] Ha firmado una persona.
   *[other] Han firmado { $n } personas.
}

campaigns-record-asked = Pregunta a { $whom }
campaigns-record-replied = Respuesta de { $whom }
campaigns-record-said = { $whom } dijo en público
campaigns-record-no-reply = { $days ->
    [one] Un día sin respuesta.
   *[other] { $days } días sin respuesta.
}
campaigns-record-no-reply-at-least = { $days ->
    [one] Al menos un día sin respuesta.
   *[other] Al menos { $days } días sin respuesta.
}
campaigns-record-no-reply-so-far = Sin respuesta hasta ahora.
campaigns-record-asked-then = La pregunta, tal como se envió:
campaigns-record-hidden = Quien organiza oculta esta respuesta. Dice por qué: { $why }
campaigns-record-translated = Traducido:
campaigns-record-speaker = En su nombre habló { $speaker }.
campaigns-record-by-link = Llegó por un enlace privado que quien organiza envió por correo; nadie lo editó. Nadie ha probado quién lo envió.
campaigns-record-by-link-mailed = Llegó por un enlace privado que quien organiza envió por correo a una dirección de { $domain } el { $day }; nadie lo editó. Nadie ha probado quién lo envió.
campaigns-record-source = Fuente: { $source }
campaigns-record-file = Tal como llegó
