# Entregas: una carta entregada con sus firmas.

deliveries-headline = Entrega: { $campaign }
deliveries-one-headline = Entrega: { $letter }
deliveries-words = La carta con todas sus firmas en archivos: PDF para imprimir, XLSX para hojas de cálculo como Excel, CSV y JSON para programas. Cada persona figura como eligió mostrarse; quien eligió no mostrarse se cuenta sin nombre.
deliveries-none = Aún no se ha creado ningún archivo. Créelos el día antes de entregar la carta.
deliveries-letter = Carta
deliveries-asked = Solicitado
deliveries-state = Estado
deliveries-state-made = Archivos creados
deliveries-state-under-way = Se están creando los archivos
deliveries-state-not-made = Sus archivos no se crearon
deliveries-make = Crear los archivos
deliveries-make-words = Incluyen a quien haya firmado hasta ahora. Quien firme, oculte su nombre o retire su firma después no cambia en los archivos ya creados: cree otros nuevos cuantas veces quiera.
deliveries-make-button = Crear los archivos
deliveries-back = Todas las entregas
deliveries-files = Archivos
deliveries-signatures = { $n ->
    [one] { $n } firma.
   *[other] { $n } firmas.
}
deliveries-unnamed = { $n ->
    [0] Todas con nombre.
    [one] { $n } de ellas sin nombre.
   *[other] { $n } de ellas sin nombre.
}
deliveries-gone = Los archivos se han borrado de esta máquina: su día ha pasado o se ha suprimido a alguien que figuraba en ellos. Sus huellas permanecen. Lo que no haya descargado, créelo de nuevo.
deliveries-kilobytes = { $n } kB
deliveries-day = El día
deliveries-day-words = Cuando la carta se haya entregado, dígalo aquí: la página de prensa contará el día y las huellas de estos mismos archivos, para que quien tenga uno pueda comprobar que está completo.
deliveries-on = Entregada el
deliveries-on-hint = Un día como 2018-09-10, no anterior a los archivos.
deliveries-to = A quién
deliveries-to-hint = Como deba decirlo la página de prensa, por ejemplo: la oficina de la empresa en San Francisco. Puede quedar vacío.
deliveries-day-button = Publicarlo
deliveries-day-back = Retirarlo
deliveries-day-fault = Indique un día, como 2018-09-10.
deliveries-day-future = Ese día aún no ha llegado.
deliveries-day-early = Los archivos se crearon después de ese día.
deliveries-to-long = No más de 200 caracteres.
deliveries-to-unprintable = Contiene caracteres que no se pueden mostrar.
deliveries-conflict = Ha cambiado entretanto
deliveries-conflict-words = Alguien ha cambiado esta entrega desde que usted la abrió. Se muestra tal como está ahora.
deliveries-done-told = La página de prensa ya lo cuenta.
deliveries-done-taken-back = Se ha retirado; la página de prensa no cuenta nada de ella.
deliveries-handed = Entregada el { $day }
deliveries-handed-to = Entregada el { $day } a { $to }
deliveries-happened = Se entregó la carta
deliveries-happened-to = Se entregó la carta a { $to }
deliveries-press = Entregada
deliveries-press-words = Las huellas (SHA-256) de los mismos archivos que se entregaron. Quien tenga uno de ellos puede comprobar que no se añadió ni se omitió nada.
deliveries-press-sums = Todas las huellas en una lista para sha256sum
deliveries-file-names = Firmada por
deliveries-file-names-of = Firmas { $from } a { $to }
deliveries-file-signed = { $n ->
    [one] { $n } firma
   *[other] { $n } firmas
}
deliveries-file-as-of = A fecha de { $moment }. Cada persona ha pulsado el botón de un correo enviado a su propia dirección y figura aquí como eligió mostrarse.
deliveries-file-unnamed = { $n ->
    [one] Y { $n } firma más sin nombre.
   *[other] Y { $n } firmas más sin nombre.
}
deliveries-file-earlier = versión { $n }
deliveries-file-undrawn = { $n ->
    [one] { $n } nombre contiene letras que ninguna tipografía de aquí puede imprimir. Aparecen como 〓; en las tablas el nombre está entero.
   *[other] { $n } nombres contienen letras que ninguna tipografía de aquí puede imprimir. Aparecen como 〓; en las tablas los nombres están enteros.
}
deliveries-file-foot = { $letter } · firmas a { $moment }
deliveries-file-volume = Volumen { $nth } de { $all }
deliveries-file-from = De { $group }
deliveries-since = Estos archivos no lo saben: pide otros antes de entregar la carta.
deliveries-since-gone = { $n ->
    [one] Una de estas firmas se ha retirado o quitado desde entonces.
   *[other] { $n } de estas firmas se han retirado o quitado desde entonces.
}
deliveries-since-changed = { $n ->
    [one] Una persona firmante ha cambiado desde entonces lo que se muestra de ella.
   *[other] { $n } firmantes han cambiado desde entonces lo que se muestra de su firma.
}
deliveries-as-of = A { $moment }.
