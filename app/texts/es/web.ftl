# El marco de cada página y las páginas que dicen que algo no puede ser.

web-house = Broadside
web-skip-link = Ir al contenido
web-languages = Idiomas
web-masthead-with = Con { $partner }.
web-masthead-run-by = Organiza { $group }
web-test-clock = Esto es una prueba con reloj propio. Marca el { $moment }.
web-imprint = Sin cookies ni rastreadores. Compuesto e impreso por Broadside, programa libre.
web-printed-from = Puede leerse en { $url }
web-error-mark = Error:
web-moment = { $day }, { $time } { $zone }

web-not-found-headline = Aquí no cuelga nada
web-not-found-words = No hay ninguna página en esta dirección. Quizá se escribió mal o un programa de correo la partió en dos.
web-method-headline = Por aquí no
web-method-words = Esta dirección no se puede usar así. Vuelve a la página y pulsa allí el botón.
web-unreadable-headline = No hemos podido leerlo
web-unreadable-words = Lo que llegó no es un formulario que conozcamos. Vuelve a la página y pulsa allí el botón.
web-too-large-headline = Demasiado largo
web-too-large-words = Lo enviado ocupa más de lo que cabe en un formulario. Vuelve atrás, acórtalo y envíalo de nuevo.
web-too-slow-headline = Tardó demasiado
web-too-slow-words = Lo que enviaste no llegó entero. No se guardó nada. Vuelve atrás y pulsa otra vez el botón; una conexión mejor ayuda.
web-failed-headline = Fallo nuestro
web-failed-words = Algo se ha roto de nuestro lado. Si acababas de pulsar un botón, vuelve atrás y púlsalo otra vez: nada se cuenta dos veces.
web-failed-request = Si nos escribes por esto, menciona este número: { $request }
web-busy-headline = Ahora mismo no
web-busy-words = Hay muchísima gente aquí o algo falla por nuestra parte. No se guardó nada. Inténtalo otra vez dentro de un momento.
web-error-home = A la portada

web-misdirected-headline = Otro nombre
web-misdirected-words = La mesa de trabajo solo responde a su propio nombre. Ábrela en { $desk }. Si ya estás ahí, el proxy de delante no transmite el nombre.
web-elsewhere-headline = No viene de nuestra página
web-elsewhere-words = Este formulario no salió de una página de esta mesa de trabajo, así que no se ha hecho nada. Abre la mesa y pulsa allí el botón.
web-sign-in-headline = Entra primero
web-sign-in-words = No has entrado, o ya no: la sesión se cerró o caducó. No se ha cambiado nada. Entra y envíalo de nuevo.
web-not-yours-headline = No es para tu función
web-not-yours-words = Tu función en este grupo no llega a esta página. Una persona propietaria del grupo puede cambiarlo.
web-no-more-headline = Ya no estás en este grupo
web-no-more-words = Ya no perteneces a este grupo, así que sus páginas están cerradas para ti. Si es un error, pide una invitación a alguien que lo dirija.
web-error-sign-in = A la entrada
web-error-desk = A la mesa de trabajo
web-partnership-over-headline = Esta colaboración ha terminado
web-partnership-over-words = La colaboración a la que pertenecía esta página ha terminado, así que ya no se abre nada de ella. Lo que eso supone para lo que te llevaste está en las condiciones que se aceptaron. De lo que acabas de enviar no se ha guardado nada.
web-suspended-headline = Cerrado para ti por ahora
web-suspended-words = Alguien que dirige este grupo ha puesto en suspenso tu pertenencia. Tu función se conserva; hasta que te dejen entrar de nuevo no se abre nada del grupo. De lo que acabas de enviar no se ha guardado nada.
