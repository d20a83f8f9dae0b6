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
