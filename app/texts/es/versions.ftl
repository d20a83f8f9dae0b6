# Cuando se cambian las palabras de una carta ya firmada.

versions-headline = Versiones de «{ $letter }»
versions-public = Lo que lee todo el mundo
versions-first = Las palabras son las primeras.
versions-first-words = Cuando se cambien, aquí eliges si se avisa a quienes firmaron antes y cómo se muestran sus nombres.
versions-lead = Ahora está el texto { $n }.
versions-counts = Firmas según las palabras firmadas
versions-names = Nombres de quienes firmaron antes
versions-names-words = A nadie se le cuenta bajo palabras que no firmó. Esto trata de cómo se muestran los nombres en la página de la carta.
versions-names-stay = Decir junto a cada nombre qué texto firmó
versions-names-move = Mostrarlos entre los demás; la página de todos los textos dice que así lo elegiste
versions-telling = Avisar a quienes firmaron antes
versions-telling-words = { $n ->
    [one] 1 firma está bajo palabras anteriores. Quien firmó recibe un correo: qué cambió, por qué, y botones para firmar las nuevas palabras o retirarse. Quien no hace nada se queda donde firmó.
   *[other] { $n } firmas están bajo palabras anteriores. Cada persona recibe un correo: qué cambió, por qué, y botones para firmar las nuevas palabras o retirarse. Quien no hace nada se queda donde firmó.
}
versions-telling-closed = La carta ya no admite más nombres: quien reciba el aviso puede seguir o retirarse, y no puede firmar las nuevas palabras.
versions-telling-begin = { $n ->
    [one] Escribir a 1 persona
   *[other] Escribir a { $n } personas
}
versions-telling-under-way = { $n ->
    [one] En curso: 1 correo en cola hasta ahora.
   *[other] En curso: { $n } correos en cola hasta ahora.
}
versions-telling-stop = Parar
versions-telling-stopped = { $n ->
    [one] Parado tras 1 correo. Al seguir se avisa a los demás; nadie lo recibe dos veces.
   *[other] Parado tras { $n } correos. Al seguir se avisa a los demás; nadie lo recibe dos veces.
}
versions-told = { $n ->
    [one] Avisado: 1 correo en cola. La lista de correos dice qué fue de él.
   *[other] Avisado: { $n } correos en cola. La lista de correos dice qué fue de ellos.
}
versions-nobody = Nadie está bajo palabras anteriores.
versions-done-names = Guardado. La página de la carta lo muestra.
versions-done-begun = Los correos se están poniendo en cola. Puedes dejar esta página.
versions-done-stopped = Parado. Los correos que ya están en cola todavía salen.
versions-changed-meanwhile = Las palabras cambiaron mientras tanto; así están ahora. No se hizo nada.
