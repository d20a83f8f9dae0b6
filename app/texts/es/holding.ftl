# Signals
holding-signal-trap = Rellenó un campo que las personas no ven
holding-signal-instant = Rellenado más rápido de lo que puede una persona
holding-signal-quick = Rellenado muy rápido
holding-signal-unmeasured = Ningún script dijo cuánto tardó
holding-signal-disposable = Dirección de usar y tirar
holding-signal-odd-name = El nombre parece generado
holding-signal-odd-address = La dirección parece generada
holding-signal-other-name = La dirección no tiene nada del nombre
holding-signal-numbered = La dirección acaba en tres cifras o más
holding-signal-repeated-name = El mismo nombre desde muchos buzones
holding-signal-network = Muchas desde una red
holding-signal-neighbourhood = Muchas desde redes vecinas
holding-signal-domain = Muchas desde un dominio nuevo
holding-signal-same-text = Muchas con las mismas palabras
holding-signal-regular = Tiempos como de máquina
holding-signal-no-work = Sin prueba de trabajo durante un ataque

# The page of what is held
holding-headline = Firmas retenidas: { $title }
holding-none = En este momento no hay nada retenido.
holding-lead = { $n ->
    [one] Una firma está retenida hasta que alguien la mire.
   *[other] { $n } firmas están retenidas hasta que alguien las mire.
}
holding-to-held = Mirarlas
holding-words = Quien está retenido recibió la misma página y el mismo correo que los demás, y cuenta en cuanto lo apruebas. No se descarta nada. Lo que muchos comparten no es una señal por sí solo, salvo que la mayoría muestre señales propias.
holding-attacked = Desde { $since } muchas de las firmas que llegan parecen falsas: se considera que la campaña sufre un ataque.
holding-unconfirmed = { $n ->
    [one] Además, un formulario parece falso y quien lo envió no lo ha confirmado. No cuenta en ningún sitio y nadie tiene que mirarlo.
   *[other] Además, { $n } formularios parecen falsos y quienes los enviaron no los han confirmado. No cuentan en ningún sitio y nadie tiene que mirarlos.
}
holding-by-network = Por red
holding-by-domain = Por dominio de correo
holding-by-hour = Por hora de confirmación
holding-when = Cuándo
holding-held = Retenidas
holding-weights = Cuánto pesan las señales
holding-weights-words = Se suman los pesos de lo que muestra cada firma; desde el umbral se retiene. 0 apaga una señal. Lo que cambies vale para lo que llegue desde ahora; lo retenido sigue retenido.
holding-signal = Señal
holding-weight = Peso
holding-usual = Habitual
holding-seen = Entre las retenidas
holding-threshold = Se retiene desde
holding-save-weights = Guardar los pesos
holding-weight-unusable = Escribe un número entero hasta 200.
holding-not-saved = Aún no se ha guardado nada. Corrige lo que está marcado.
holding-venues = Lugares
holding-venues-words = Donde muchas personas honradas firman durante un tiempo desde una misma dirección, como en una sala de congresos, anota su red: allí y entonces no es una señal.
holding-venue-name = Nombre del lugar
holding-venue-network = Red
holding-venue-network-hint = Una dirección como 203.0.113.7, o una red como 203.0.113.0/24 o 2001:db8:1::/48
holding-venue-from = Desde
holding-venue-until = Hasta
holding-venue-add = Añadir el lugar
holding-venue-remove = Quitar
holding-venue-name-missing = Di qué lugar es.
holding-venue-name-long = Como mucho 120 letras.
holding-venue-network-unreadable = No es una dirección ni una red: lo serían 203.0.113.7 o 203.0.113.0/24.
holding-venue-network-wide = Ningún lugar tiene tantas direcciones: como mucho un /16, o un /32 de IPv6.
holding-venue-time-unreadable = Escribe día y hora, como 2018-09-25 09:00.
holding-venue-ends-before = Termina antes de empezar.
holding-done-weights = Los pesos están guardados.
holding-done-venue = El lugar está anotado.
holding-done-removed = El lugar ya no está anotado.
