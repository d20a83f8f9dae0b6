# Tareas: trabajo largo que se pide en el escritorio.

tasks-headline = Tareas: { $whose }
tasks-about = Cada una sigue mientras haces otra cosa, también después de un reinicio. Aquí nadie más que tú ve las tuyas.
tasks-none = No has pedido nada que tarde. Lo que exportes de una lista se prepara aquí.
tasks-to-lists = Al escritorio
tasks-again = Mirar cuánto lleva
tasks-export = { $list } en { $format }
tasks-unknown = Una tarea de otra versión
tasks-state-waiting = Espera su turno
tasks-state-running = En marcha
tasks-state-done = Hecha
tasks-state-cancelled = Cancelada
tasks-state-failed = Fallida
tasks-reason-asker = La cancelaste tú.
tasks-reason-member = Ya no puedes ver lo que contiene.
tasks-reason-erased = El archivo se eliminó porque se borró a alguien que estaba en él; pídelo de nuevo.
tasks-reason-expired = El archivo se guardó su tiempo y ya está eliminado; pídelo de nuevo.
tasks-reason-gone = El archivo ya no está en esta máquina; pídelo de nuevo.
tasks-reason-restored = Se restauró una copia que se hizo mientras estaba en marcha. Lo que ya había hecho se mantiene; compruébalo y pídela de nuevo.
tasks-reason-disk = No se puede escribir en la carpeta de exportaciones, o el disco está lleno. Quien lleva la instancia encuentra más en la página de instalación.
tasks-reason-fault = El programa no pudo hacerla; su registro dice por qué. Pídela de nuevo y, si vuelve a fallar, díselo a quien lleva la instancia.
tasks-asked = Pedida el { $moment }.
tasks-rows = { $rows ->
    [one] Una fila hasta ahora.
   *[other] { $rows } filas hasta ahora.
}
tasks-rows-all = { $rows ->
    [one] Una fila.
   *[other] { $rows } filas.
}
tasks-progress = { $percent } % de la lista revisado
tasks-until = Se puede descargar hasta el { $moment } y entonces se elimina.
tasks-take = Descargar: { $what }
tasks-take-button = Descargar el archivo
tasks-cancel = Cancelar
tasks-cancel-label = Cancelar: { $what }
tasks-done-asked = Se está preparando. Puedes salir de esta página y volver.
tasks-done-cancelled = Está cancelada y no se guarda nada de ella.
tasks-done-stopped = Está detenida. Lo cambiado hasta entonces queda así; en su página se puede deshacer.
tasks-done-over = Ya había terminado; no se cambió nada.
tasks-change = Filas de una lista cambiadas
tasks-undo = Cambio de una lista deshecho
tasks-page = Ver el cambio
tasks-delivery = Carta con sus firmas en archivos
tasks-delivery-page = Ver las entregas
