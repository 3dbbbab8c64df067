<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>Academy</name>
        <message>
            <source>The server could not do that now. Try again later.</source>
            <translation>El servidor no pudo hacerlo ahora. Inténtelo más tarde.</translation>
        </message>
        <message>
            <source>The server’s answer could not be read. Update Cadre, then try again.</source>
            <translation>No se pudo leer la respuesta del servidor. Actualice Cadre y vuelva a intentarlo.</translation>
        </message>
    </context>
    <context>
        <name>AcademyWorker</name>
        <message>
            <source>The records on this device could not be opened.</source>
            <translation>No se pudieron abrir los registros de este dispositivo.</translation>
        </message>
        <message>
            <source>This device has not joined yet.</source>
            <translation>Este dispositivo todavía no se ha unido.</translation>
        </message>
    </context>
    <context>
        <name>AccessListModel</name>
        <message>
            <source>%1 · %2</source>
            <comment>your conversations · note</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1 · copied from a device</source>
            <comment>your conversations · copied</comment>
            <translation>%1 · copiado de un dispositivo</translation>
        </message>
        <message>
            <source>On %1</source>
            <translation>El %1</translation>
        </message>
        <message>
            <source>First on %1, last on %2</source>
            <translation>Primero el %1, por último el %2</translation>
        </message>
        <message numerus="yes">
            <source>%1 · on %n day(s)</source>
            <translation>
                <numerusform>%1 · en %n día</numerusform>
                <numerusform>%1 · en %n días</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AccessPage</name>
        <message>
            <source>Who reads this</source>
            <translation>Quién lee esto</translation>
        </message>
        <message>
            <source>This list is yours alone.</source>
            <translation>Esta lista es solo suya.</translation>
        </message>
        <message>
            <source>Who may read it</source>
            <translation>Quién puede leerlo</translation>
        </message>
        <message>
            <source>Who evaluates you reads none of this: %1. It never reaches their devices. Your principal sees the school’s minutes of a month, never a conversation.</source>
            <translation>Quien le evalúa no lee nada de esto: %1. Nunca llega a sus dispositivos. Su director o directora ve los minutos del mes de la escuela, nunca una conversación.</translation>
        </message>
        <message>
            <source>Nobody who evaluates you reads any of this. It never reaches their devices.</source>
            <translation>Nadie que le evalúe lee nada de esto. Nunca llega a sus dispositivos.</translation>
        </message>
        <message>
            <source>Opened by</source>
            <translation>Abierto por</translation>
        </message>
        <message>
            <source>Nobody but you, as far as the server has heard.</source>
            <translation>Nadie más que usted, por lo que sabe el servidor.</translation>
        </message>
        <message>
            <source>Delivered to</source>
            <translation>Entregado a</translation>
        </message>
        <message>
            <source>No device but yours, as far as the server has heard.</source>
            <translation>Ningún dispositivo más que los suyos, por lo que sabe el servidor.</translation>
        </message>
        <message>
            <source>“Delivered” means that a device of theirs holds a copy; “opened” means that it was on their screen. Days come with the next exchange, and someone who is offline is listed when their device is back. Whoever runs the server’s machine could technically read it, and that would not be in this list.</source>
            <translation>«Entregado» quiere decir que un dispositivo suyo tiene una copia; «abierto», que estuvo en su pantalla. Los días llegan con el próximo intercambio, y quien está sin conexión aparece cuando su dispositivo vuelve. Quien administra la máquina del servidor técnicamente podría leerlo, y eso no estaría en esta lista.</translation>
        </message>
    </context>
    <context>
        <name>AnswerSheet</name>
        <message>
            <source>It did not take place?</source>
            <translation>¿No tuvo lugar?</translation>
        </message>
        <message>
            <source>How long was it?</source>
            <translation>¿Cuánto duró?</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>Minutos</translation>
        </message>
        <message>
            <source>A word, if you like</source>
            <translation>Unas palabras, si quiere</translation>
        </message>
        <message>
            <source>%1 alone reads it. The school’s team sees your answer, never this.</source>
            <translation>Solo %1 lo lee. El equipo de la escuela ve su respuesta, nunca esto.</translation>
        </message>
        <message>
            <source>Nothing is taken back from anybody: both answers stand, and the smaller time counts until you two have settled it.</source>
            <translation>No se le quita nada a nadie: las dos respuestas quedan, y cuenta el tiempo menor hasta que lo aclaren entre ustedes.</translation>
        </message>
        <message>
            <source>It did not take place</source>
            <translation>No tuvo lugar</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
    </context>
    <context>
        <name>Answers</name>
        <message numerus="yes">
            <source>%n min, says %1</source>
            <translation>
                <numerusform>%n min, dice %1</numerusform>
                <numerusform>%n min, dice %1</numerusform>
            </translation>
        </message>
        <message>
            <source>did not happen, says %1</source>
            <translation>no tuvo lugar, dice %1</translation>
        </message>
        <message>
            <source>confirmed in person, on the device of %1</source>
            <translation>confirmado en persona, en el dispositivo de %1</translation>
        </message>
        <message>
            <source>confirmed</source>
            <translation>confirmado</translation>
        </message>
    </context>
    <context>
        <name>CalendarSheet</name>
        <message>
            <source>ddd d MMM</source>
            <comment>a short day, such as Tue 26 Nov</comment>
            <translation>ddd d MMM</translation>
        </message>
        <message>
            <source>Earlier month</source>
            <translation>Mes anterior</translation>
        </message>
        <message>
            <source>Later month</source>
            <translation>Mes siguiente</translation>
        </message>
    </context>
    <context>
        <name>ChangeCard</name>
        <message>
            <source>Your passphrase now</source>
            <translation>Su frase de contraseña actual</translation>
        </message>
        <message>
            <source>New PIN</source>
            <translation>PIN nuevo</translation>
        </message>
        <message>
            <source>New passphrase</source>
            <translation>Frase de contraseña nueva</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Frase de contraseña</translation>
        </message>
        <message>
            <source>4 to 8 digits; 6 do well.</source>
            <translation>De 4 a 8 cifras; con 6 va bien.</translation>
        </message>
        <message>
            <source>At least 10 characters: a few words do well.</source>
            <translation>Al menos 10 caracteres: unas pocas palabras van bien.</translation>
        </message>
        <message>
            <source>The PIN once more</source>
            <translation>El PIN otra vez</translation>
        </message>
        <message>
            <source>The passphrase once more</source>
            <translation>La frase de contraseña otra vez</translation>
        </message>
        <message>
            <source>Leave it as it is</source>
            <translation>Dejarlo como está</translation>
        </message>
    </context>
    <context>
        <name>ChartCard</name>
        <message>
            <source>%1. Shows the chart.</source>
            <comment>what a chart says</comment>
            <translation>%1. Muestra el gráfico.</translation>
        </message>
        <message>
            <source>%1. Shows the table.</source>
            <comment>what a chart says</comment>
            <translation>%1. Muestra la tabla.</translation>
        </message>
    </context>
    <context>
        <name>CheckInForm</name>
        <message>
            <source>Checking for understanding</source>
            <translation>Comprobar la comprensión</translation>
        </message>
        <message>
            <source>Routines</source>
            <translation>Rutinas</translation>
        </message>
        <message>
            <source>Planning</source>
            <translation>Planificación</translation>
        </message>
        <message>
            <source>Discussion</source>
            <translation>Diálogo</translation>
        </message>
        <message>
            <source>Student work</source>
            <translation>Trabajos del alumnado</translation>
        </message>
        <message>
            <source>Families</source>
            <translation>Familias</translation>
        </message>
        <message>
            <source>Well-being</source>
            <translation>Bienestar</translation>
        </message>
        <message>
            <source>LAST TIME · %1</source>
            <translation>LA ÚLTIMA VEZ · %1</translation>
        </message>
        <message>
            <source>%1 · %2 min outside hours</source>
            <translation>%1 · %2 min fuera de horario</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Hoy</translation>
        </message>
        <message numerus="yes">
            <source>%n min so far</source>
            <translation>
                <numerusform>%n min hasta ahora</numerusform>
                <numerusform>%n min hasta ahora</numerusform>
            </translation>
        </message>
        <message>
            <source>Next meeting</source>
            <translation>Próxima reunión</translation>
        </message>
        <message>
            <source>+1 week</source>
            <translation>+1 semana</translation>
        </message>
        <message>
            <source>+2 weeks</source>
            <translation>+2 semanas</translation>
        </message>
        <message>
            <source>How long was it? Then this can be saved.</source>
            <translation>¿Cuánto duró? Después se puede guardar.</translation>
        </message>
        <message>
            <source>A check-in lasts eight hours at most.</source>
            <translation>Un encuentro dura ocho horas como máximo.</translation>
        </message>
        <message>
            <source>Choose the day on which you met.</source>
            <translation>Elija el día en que se reunieron.</translation>
        </message>
        <message>
            <source>%1 minutes is long. If it is right, save it as it is.</source>
            <translation>%1 minutos es mucho. Si es correcto, guárdelo tal cual.</translation>
        </message>
        <message>
            <source>That is more than two months ago. If it is right, save it as it is.</source>
            <translation>Eso fue hace más de dos meses. Si es correcto, guárdelo tal cual.</translation>
        </message>
        <message>
            <source>On that day you two were not paired. If it is right, save it as it is.</source>
            <translation>Ese día no trabajaban juntos. Si es correcto, guárdelo tal cual.</translation>
        </message>
        <message>
            <source>Please leave students’ names out.</source>
            <translation>Por favor, no escriba nombres de estudiantes.</translation>
        </message>
        <message>
            <source>This is longer than fits. Everything is kept here until it is shorter.</source>
            <translation>Es más largo de lo que cabe. Todo se conserva aquí hasta que sea más corto.</translation>
        </message>
        <message>
            <source>Saved on this device · waiting for internet</source>
            <translation>Guardado en este dispositivo · a la espera de internet</translation>
        </message>
        <message>
            <source>Saved on this device</source>
            <translation>Guardado en este dispositivo</translation>
        </message>
        <message>
            <source>Kept on this device until you save it</source>
            <translation>Se conserva en este dispositivo hasta que lo guarde</translation>
        </message>
        <message>
            <source>A conversation of three is with one teacher.</source>
            <translation>Una conversación a tres es con un solo docente.</translation>
        </message>
        <message>
            <source>What stands here was written for you two. Save it, and begin a new one for three.</source>
            <translation>Lo que está aquí se escribió para ustedes dos. Guárdelo y empiece una nueva a tres.</translation>
        </message>
        <message>
            <source>Not offered, as they evaluate %1: %2</source>
            <comment>a teacher’s name, other names</comment>
            <translation>No se ofrece, porque evalúa a %1: %2</translation>
        </message>
        <message>
            <source>You</source>
            <translation>Usted</translation>
        </message>
    </context>
    <context>
        <name>CheckInListModel</name>
        <message>
            <source>waiting for internet</source>
            <translation>a la espera de internet</translation>
        </message>
        <message>
            <source>withdrawn</source>
            <translation>retirado</translation>
        </message>
        <message>
            <source>confirmed</source>
            <translation>confirmado</translation>
        </message>
        <message numerus="yes">
            <source>%n min says the teacher</source>
            <translation>
                <numerusform>%n min según la docente</numerusform>
                <numerusform>%n min según la docente</numerusform>
            </translation>
        </message>
        <message>
            <source>did not happen, says the teacher</source>
            <translation>no tuvo lugar, según la docente</translation>
        </message>
        <message numerus="yes">
            <source>%n min</source>
            <translation>
                <numerusform>%n min</numerusform>
                <numerusform>%n min</numerusform>
            </translation>
        </message>
        <message>
            <source>in a group</source>
            <translation>en grupo</translation>
        </message>
        <message>
            <source>with %1</source>
            <comment>names</comment>
            <translation>con %1</translation>
        </message>
    </context>
    <context>
        <name>CheckInSteps</name>
        <message>
            <source>When and how</source>
            <translation>Cuándo y cómo</translation>
        </message>
        <message>
            <source>What it was about</source>
            <translation>De qué se trató</translation>
        </message>
        <message>
            <source>What comes next</source>
            <translation>Qué sigue</translation>
        </message>
        <message>
            <source>Quick log</source>
            <translation>Registro rápido</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>%1 of 3 · %2</source>
            <comment>a step’s number and name</comment>
            <translation>%1 de 3 · %2</translation>
        </message>
        <message>
            <source>Whose time it was</source>
            <translation>De quién era el tiempo</translation>
        </message>
        <message>
            <source>What you did</source>
            <translation>Qué hicieron</translation>
        </message>
    </context>
    <context>
        <name>CheckInWhole</name>
        <message>
            <source>Conversation</source>
            <translation>Conversación</translation>
        </message>
        <message>
            <source>Quick log</source>
            <translation>Registro rápido</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>What you did</source>
            <translation>Qué hicieron</translation>
        </message>
        <message>
            <source>Whose time it was</source>
            <translation>De quién era el tiempo</translation>
        </message>
    </context>
    <context>
        <name>Choice</name>
        <message>
            <source>In person</source>
            <translation>En persona</translation>
        </message>
        <message>
            <source>Virtual</source>
            <translation>Virtual</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Teléfono</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Mensaje</translation>
        </message>
        <message>
            <source>In class</source>
            <translation>En clase</translation>
        </message>
        <message>
            <source>Sanctioned time</source>
            <translation>Tiempo reservado</translation>
        </message>
        <message>
            <source>Common planning</source>
            <translation>Planificación común</translation>
        </message>
        <message>
            <source>Outside hours</source>
            <translation>Fuera de horario</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Otro</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>Borrador</translation>
        </message>
        <message>
            <source>Recorded</source>
            <translation>Registrado</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>Cerrado</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Retirado</translation>
        </message>
        <message>
            <source>Planning</source>
            <translation>Planificar</translation>
        </message>
        <message>
            <source>Observing</source>
            <translation>Observar</translation>
        </message>
        <message>
            <source>Teaching together</source>
            <translation>Enseñar juntos</translation>
        </message>
        <message>
            <source>Looking at student work</source>
            <translation>Ver trabajos de estudiantes</translation>
        </message>
        <message>
            <source>Reflecting</source>
            <translation>Reflexionar</translation>
        </message>
        <message>
            <source>Family contact</source>
            <translation>Contacto con familias</translation>
        </message>
        <message>
            <source>Routines</source>
            <translation>Rutinas</translation>
        </message>
        <message>
            <source>Something else</source>
            <translation>Otra cosa</translation>
        </message>
        <message>
            <source>Lesson plan</source>
            <translation>Plan de clase</translation>
        </message>
        <message>
            <source>Student work</source>
            <translation>Trabajos de estudiantes</translation>
        </message>
        <message>
            <source>Observation</source>
            <translation>Observación</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Datos</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Ninguna</translation>
        </message>
        <message>
            <source>What works</source>
            <translation>Lo que funciona</translation>
        </message>
        <message>
            <source>Challenge</source>
            <translation>Dificultad</translation>
        </message>
        <message>
            <source>Help needed</source>
            <translation>Ayuda que hace falta</translation>
        </message>
        <message>
            <source>Reflection</source>
            <translation>Reflexión</translation>
        </message>
        <message>
            <source>Private note</source>
            <translation>Nota privada</translation>
        </message>
        <message>
            <source>About the time</source>
            <translation>Sobre el tiempo</translation>
        </message>
        <message>
            <source>Why withdrawn</source>
            <translation>Por qué se retiró</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>Confirmado</translation>
        </message>
        <message>
            <source>Different time</source>
            <translation>Otro tiempo</translation>
        </message>
        <message>
            <source>Did not happen</source>
            <translation>No tuvo lugar</translation>
        </message>
        <message>
            <source>Each week</source>
            <translation>Cada semana</translation>
        </message>
        <message>
            <source>Each month</source>
            <translation>Cada mes</translation>
        </message>
        <message>
            <source>Each year</source>
            <translation>Cada año</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>En total</translation>
        </message>
        <message>
            <source>Monday</source>
            <translation>Lunes</translation>
        </message>
        <message>
            <source>Tuesday</source>
            <translation>Martes</translation>
        </message>
        <message>
            <source>Wednesday</source>
            <translation>Miércoles</translation>
        </message>
        <message>
            <source>Thursday</source>
            <translation>Jueves</translation>
        </message>
        <message>
            <source>Friday</source>
            <translation>Viernes</translation>
        </message>
        <message>
            <source>Saturday</source>
            <translation>Sábado</translation>
        </message>
        <message>
            <source>Sunday</source>
            <translation>Domingo</translation>
        </message>
        <message>
            <source>Release time</source>
            <translation>Tiempo liberado</translation>
        </message>
        <message>
            <source>Covered by a substitute</source>
            <translation>Cubierta por una persona suplente</translation>
        </message>
    </context>
    <context>
        <name>ChooserPage</name>
        <message>
            <source>Who is this?</source>
            <translation>¿Quién es?</translation>
        </message>
        <message>
            <source>Each person’s work is kept apart on this device. Only her own passphrase opens it.</source>
            <translation>El trabajo de cada persona se guarda aparte en este dispositivo. Solo lo abre su propia frase de contraseña.</translation>
        </message>
        <message>
            <source>No name shown</source>
            <translation>Sin nombre visible</translation>
        </message>
        <message>
            <source>Opens with a passphrase</source>
            <translation>Se abre con una frase de contraseña</translation>
        </message>
        <message>
            <source>Opens without a passphrase</source>
            <translation>Se abre sin frase de contraseña</translation>
        </message>
        <message>
            <source>Not sealed with a passphrase yet</source>
            <translation>Aún no está sellado con una frase de contraseña</translation>
        </message>
        <message>
            <source>Someone else</source>
            <translation>Otra persona</translation>
        </message>
    </context>
    <context>
        <name>ClosedPage</name>
        <message>
            <source>Cadre could not open its records</source>
            <translation>Cadre no pudo abrir sus registros</translation>
        </message>
        <message>
            <source>Close Cadre</source>
            <translation>Cerrar Cadre</translation>
        </message>
        <message>
            <source>What the server has confirmed is also there.</source>
            <translation>Lo que el servidor ha confirmado también está allí.</translation>
        </message>
        <message>
            <source>Nothing was changed. What the server has confirmed is also there.</source>
            <translation>No se cambió nada. Lo que el servidor confirmó también está allí.</translation>
        </message>
    </context>
    <context>
        <name>ConflictDetail</name>
        <message>
            <source>nothing</source>
            <translation>nada</translation>
        </message>
        <message>
            <source>Take it away</source>
            <translation>Quitarlo</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>Conservarlo</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Sí</translation>
        </message>
        <message>
            <source>No</source>
            <translation>No</translation>
        </message>
        <message>
            <source>Both are kept until somebody chooses.</source>
            <translation>Ambas se conservan hasta que alguien elija.</translation>
        </message>
        <message>
            <source> and </source>
            <translation> y </translation>
        </message>
        <message>
            <source>You changed this in two places.</source>
            <translation>Usted cambió esto en dos lugares.</translation>
        </message>
        <message>
            <source>You and %1 both moved this date before you saw each other’s version.</source>
            <translation>Usted y %1 movieron esta fecha antes de ver la versión del otro.</translation>
        </message>
        <message>
            <source>You and %1 both changed this before you saw each other’s version.</source>
            <translation>Usted y %1 cambiaron esto antes de ver la versión del otro.</translation>
        </message>
        <message>
            <source>%1 changed this in two places.</source>
            <translation>%1 cambió esto en dos lugares.</translation>
        </message>
        <message>
            <source>%1 changed this before they saw each other’s version.</source>
            <translation>%1 cambiaron esto antes de ver la versión del otro.</translation>
        </message>
        <message>
            <source>had no value when both opened it</source>
            <translation>no tenía valor cuando ambos lo abrieron</translation>
        </message>
        <message>
            <source>was “%1” when both opened it</source>
            <translation>era “%1” cuando ambos lo abrieron</translation>
        </message>
        <message>
            <source>was %1 when both opened it</source>
            <translation>era %1 cuando ambos lo abrieron</translation>
        </message>
        <message>
            <source>on this device</source>
            <translation>en este dispositivo</translation>
        </message>
        <message>
            <source>Keep both</source>
            <translation>Conservar ambas</translation>
        </message>
        <message>
            <source>Keep %1</source>
            <translation>Conservar %1</translation>
        </message>
        <message>
            <source>Keep the new version</source>
            <translation>Conservar la nueva versión</translation>
        </message>
        <message>
            <source>Choose one above</source>
            <translation>Elija una arriba</translation>
        </message>
        <message>
            <source>Keep this version</source>
            <translation>Conservar esta versión</translation>
        </message>
    </context>
    <context>
        <name>ConflictListModel</name>
        <message>
            <source> and </source>
            <translation> y </translation>
        </message>
    </context>
    <context>
        <name>ConflictPane</name>
        <message>
            <source>Two changes met</source>
            <translation>Dos cambios se encontraron</translation>
        </message>
        <message>
            <source>Kept. The other version stays in the history.</source>
            <translation>Conservado. La otra versión queda en el historial.</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>a field’s name; what it was before</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1, by %2, %3</source>
            <comment>a value, who wrote it, when</comment>
            <translation>%1, de %2, %3</translation>
        </message>
        <message>
            <source>Keep both, one after the other</source>
            <translation>Conservar ambas, una tras otra</translation>
        </message>
        <message>
            <source>Write another date</source>
            <translation>Escribir otra fecha</translation>
        </message>
        <message>
            <source>Write it anew</source>
            <translation>Escribirlo de nuevo</translation>
        </message>
        <message>
            <source>Everybody who sees this sees your choice and can answer it. All versions stay in the history.</source>
            <translation>Quienes ven esto ven su elección y pueden responder. Todas las versiones quedan en el historial.</translation>
        </message>
        <message>
            <source>Nothing to choose</source>
            <translation>Nada que elegir</translation>
        </message>
        <message>
            <source>When two changes meet, each version stands here with who wrote it, when, and why.</source>
            <translation>Cuando dos cambios se encuentran, aquí está cada versión con quién la escribió, cuándo y por qué.</translation>
        </message>
    </context>
    <context>
        <name>Counter</name>
        <message>
            <source>%1 %2</source>
            <comment>a number and what it counts: 2 overdue</comment>
            <translation>%1 %2</translation>
        </message>
    </context>
    <context>
        <name>DateChips</name>
        <message>
            <source>Day</source>
            <translation>Día</translation>
        </message>
        <message>
            <source>Other day…</source>
            <translation>Otro día…</translation>
        </message>
    </context>
    <context>
        <name>DevicePage</name>
        <message>
            <source>This device</source>
            <translation>Este dispositivo</translation>
        </message>
        <message>
            <source>Your work here is sealed. It locks by itself when nobody touches the device for a while.</source>
            <translation>Su trabajo aquí está sellado. Se bloquea solo cuando nadie toca el dispositivo durante un rato.</translation>
        </message>
        <message>
            <source>Your work here is not sealed yet.</source>
            <translation>Su trabajo aquí aún no está sellado.</translation>
        </message>
        <message>
            <source>Seal what is on this device</source>
            <translation>Sellar lo que hay en este dispositivo</translation>
        </message>
        <message>
            <source>Choose a passphrase. Everything here is written anew, sealed, and what lay open is overwritten. Nothing is lost when the device stops in between.</source>
            <translation>Elija una frase de contraseña. Todo lo que hay aquí se escribe de nuevo, sellado, y lo que estaba abierto se sobrescribe. Nada se pierde si el dispositivo se detiene a mitad.</translation>
        </message>
        <message>
            <source>Seal</source>
            <translation>Sellar</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Frase de contraseña</translation>
        </message>
        <message>
            <source>It opens your work on this device, also without a network. Nobody can look it up.</source>
            <translation>Abre su trabajo en este dispositivo, también sin red. Nadie puede consultarla.</translation>
        </message>
        <message>
            <source>Change passphrase</source>
            <translation>Cambiar la frase de contraseña</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>4 to 8 digits open your work for a day after your passphrase. Half of what they need is in this system’s keychain.</source>
            <translation>De 4 a 8 cifras abren su trabajo durante un día después de su frase de contraseña. La mitad de lo que necesitan está en el llavero de este sistema.</translation>
        </message>
        <message>
            <source>4 to 8 digits open your work for a day after your passphrase. This device has no keychain, so the PIN works until Cadre is closed; then your passphrase is needed once.</source>
            <translation>De 4 a 8 cifras abren su trabajo durante un día después de su frase de contraseña. Este dispositivo no tiene llavero, así que el PIN sirve hasta que se cierre Cadre; después hace falta una vez la frase de contraseña.</translation>
        </message>
        <message>
            <source>Set a PIN</source>
            <translation>Poner un PIN</translation>
        </message>
        <message>
            <source>Change PIN</source>
            <translation>Cambiar el PIN</translation>
        </message>
        <message>
            <source>Remove PIN</source>
            <translation>Quitar el PIN</translation>
        </message>
    </context>
    <context>
        <name>DeviceProtection</name>
        <message>
            <source>Your new passphrase opens this device from now on.</source>
            <translation>Desde ahora, su nueva frase de contraseña abre este dispositivo.</translation>
        </message>
        <message>
            <source>Your PIN opens this device for a day after your passphrase.</source>
            <translation>Su PIN abre este dispositivo durante un día después de su frase de contraseña.</translation>
        </message>
        <message>
            <source>The PIN is gone. Your passphrase opens this device.</source>
            <translation>El PIN ya no existe. Su frase de contraseña abre este dispositivo.</translation>
        </message>
        <message>
            <source>That is not the passphrase you have now. Nothing was changed.</source>
            <translation>Esa no es su frase de contraseña actual. No se ha cambiado nada.</translation>
        </message>
    </context>
    <context>
        <name>DevicesPage</name>
        <message>
            <source>Devices and codes</source>
            <translation>Dispositivos y códigos</translation>
        </message>
        <message>
            <source>Each of these holds your work. Sign out one that you no longer have.</source>
            <translation>Cada uno guarda su trabajo. Cierre la sesión de uno que ya no tenga.</translation>
        </message>
        <message>
            <source>Your devices and codes are kept on the server, so this page needs a connection. Your work here is safe meanwhile.</source>
            <translation>Sus dispositivos y códigos están en el servidor, por eso esta página necesita conexión. Mientras tanto, su trabajo aquí está a salvo.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Intentar de nuevo</translation>
        </message>
        <message>
            <source>signed out</source>
            <translation>sesión cerrada</translation>
        </message>
        <message>
            <source>this device</source>
            <translation>este dispositivo</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>Cerrar sesión</translation>
        </message>
        <message>
            <source>Sign out %1</source>
            <translation>Cerrar la sesión de %1</translation>
        </message>
        <message>
            <source>One more device</source>
            <translation>Un dispositivo más</translation>
        </message>
        <message>
            <source>Install Cadre there and let its camera read the code, or type it where it asks for an invite. Whoever has the code becomes you: show it to nobody.</source>
            <translation>Instale Cadre allí y deje que su cámara lea el código, o escríbalo donde pide una invitación. Quien tenga el código entra como usted: no se lo muestre a nadie.</translation>
        </message>
        <message>
            <source>The code as a picture</source>
            <translation>El código como imagen</translation>
        </message>
        <message>
            <source>Good once, until %1</source>
            <translation>Vale una vez, hasta %1</translation>
        </message>
        <message>
            <source>Another code</source>
            <translation>Otro código</translation>
        </message>
        <message>
            <source>Show a code</source>
            <translation>Mostrar un código</translation>
        </message>
        <message>
            <source>Recovery codes</source>
            <translation>Códigos de recuperación</translation>
        </message>
        <message numerus="yes">
            <source>For the day when no device is left. %n code(s) are left; new ones end them.</source>
            <translation>
                <numerusform>Para el día en que no quede ningún dispositivo. Queda %n código; los nuevos lo anulan.</numerusform>
                <numerusform>Para el día en que no quede ningún dispositivo. Quedan %n códigos; los nuevos los anulan.</numerusform>
            </translation>
        </message>
        <message>
            <source>For the day when no device is left. Each is good once, in an invite’s place. Write them on paper.</source>
            <translation>Para el día en que no quede ningún dispositivo. Cada uno vale una vez, en lugar de una invitación. Escríbalos en papel.</translation>
        </message>
        <message>
            <source>Write them down now: they are not shown again.</source>
            <translation>Anótelos ahora: no se muestran otra vez.</translation>
        </message>
        <message>
            <source>New codes</source>
            <translation>Códigos nuevos</translation>
        </message>
        <message>
            <source>Make codes</source>
            <translation>Crear códigos</translation>
        </message>
        <message>
            <source>I wrote them down</source>
            <translation>Ya los anoté</translation>
        </message>
        <message>
            <source>Sign out %1?</source>
            <translation>¿Cerrar la sesión de %1?</translation>
        </message>
        <message>
            <source>From its next contact on it gets nothing more of yours. What was not sent yet it may still hand in, for somebody to look at. To come back it needs a new code.</source>
            <translation>Desde su próximo contacto no recibe nada más de usted. Lo que aún no envió puede entregarlo, para que alguien lo revise. Para volver necesita un código nuevo.</translation>
        </message>
        <message>
            <source>Sign it out</source>
            <translation>Cerrar su sesión</translation>
        </message>
    </context>
    <context>
        <name>DoneSheet</name>
        <message>
            <source>Done on which day?</source>
            <translation>¿Qué día se terminó?</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Hoy</translation>
        </message>
        <message>
            <source>Mark as done</source>
            <translation>Marcar como terminado</translation>
        </message>
    </context>
    <context>
        <name>DurationSheet</name>
        <message>
            <source>Take this</source>
            <translation>Tomar esto</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 min</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>Duración</translation>
        </message>
        <message>
            <source>minutes</source>
            <translation>minutos</translation>
        </message>
        <message>
            <source>minutes: %1 h %2 min</source>
            <translation>minutos: %1 h %2 min</translation>
        </message>
    </context>
    <context>
        <name>EnrollPage</name>
        <message>
            <source>Welcome to Cadre</source>
            <translation>Le damos la bienvenida a Cadre</translation>
        </message>
        <message>
            <source>Check-ins, promises and plans of your academy, on this device and in agreement with everybody else’s.</source>
            <translation>Encuentros, promesas y planes de su academia, en este dispositivo y de acuerdo con los de las demás personas.</translation>
        </message>
        <message>
            <source>Who reads what</source>
            <translation>Quién lee qué</translation>
        </message>
        <message>
            <source>This device</source>
            <translation>Este dispositivo</translation>
        </message>
        <message>
            <source>Before you begin: what others see of your work, and what they don’t.</source>
            <translation>Antes de empezar: qué ven las demás personas de su trabajo, y qué no.</translation>
        </message>
        <message>
            <source>Your work is sealed here. Nobody else who holds this device can read it.</source>
            <translation>Su trabajo queda sellado aquí. Nadie más que tenga este dispositivo puede leerlo.</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Continuar</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
    </context>
    <context>
        <name>EntryCard</name>
        <message>
            <source>%1 · %2</source>
            <comment>Tue 12 Nov · 45 min</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>That’s right</source>
            <translation>Es correcto</translation>
        </message>
        <message>
            <source>Different time</source>
            <translation>Otro tiempo</translation>
        </message>
        <message>
            <source>Did not happen</source>
            <translation>No tuvo lugar</translation>
        </message>
        <message>
            <source>How long was it?</source>
            <translation>¿Cuánto duró?</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>Minutos</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>%1 is here and confirms</source>
            <translation>%1 está aquí y confirma</translation>
        </message>
        <message>
            <source>%1 on %2. Right?</source>
            <comment>45 min on Tue 12 Nov. Right?</comment>
            <translation>%1 el %2. ¿Es correcto?</translation>
        </message>
        <message>
            <source>For %1 to press. It will say that the answer was given in person, on this device; what %1 answers on an own device comes before it.</source>
            <translation>Para que lo pulse %1. Dirá que la respuesta se dio en persona, en este dispositivo; lo que %1 responda en un dispositivo propio va primero.</translation>
        </message>
        <message>
            <source>Yes, I am %1 and that’s right</source>
            <translation>Sí, soy %1 y es correcto</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>Open %1</source>
            <comment>a check-in by its day</comment>
            <translation>Abrir %1</translation>
        </message>
    </context>
    <context>
        <name>ForWhom</name>
        <message>
            <source>You are writing about</source>
            <translation>Está escribiendo sobre</translation>
        </message>
        <message>
            <source>What works, what is hard and the next steps: only you and %1 read them. The focus is for all.</source>
            <comment>a teacher’s name</comment>
            <translation>Lo que funciona, lo difícil y los próximos pasos: solo los leen usted y %1. El foco es para todos.</translation>
        </message>
    </context>
    <context>
        <name>FormFoot</name>
        <message>
            <source>Kept here as you write</source>
            <translation>Se conserva aquí mientras escribe</translation>
        </message>
        <message>
            <source>Discard…</source>
            <translation>Descartar…</translation>
        </message>
        <message>
            <source>Discard this draft?</source>
            <translation>¿Descartar este borrador?</translation>
        </message>
        <message>
            <source>What you wrote here has not been saved as a check-in yet. Nobody else has seen it.</source>
            <translation>Lo que escribió aquí aún no se guardó como encuentro. Nadie más lo ha visto.</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>Conservarlo</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Descartar</translation>
        </message>
    </context>
    <context>
        <name>Formula</name>
        <message>
            <source>minutes of all check-ins, where clock times overlap once</source>
            <translation>minutos de todos los encuentros; los horarios que se solapan cuentan una vez</translation>
        </message>
        <message>
            <source>sum of the promised minutes over the school days of the period and the match</source>
            <translation>suma de los minutos prometidos en los días lectivos del período y de la pareja</translation>
        </message>
        <message>
            <source>contact minutes / sanctioned minutes</source>
            <translation>minutos de contacto / minutos reservados</translation>
        </message>
        <message>
            <source>contact minutes in sanctioned time / sanctioned minutes</source>
            <translation>minutos de contacto en tiempo reservado / minutos reservados</translation>
        </message>
        <message>
            <source>contact minutes outside hours / contact minutes</source>
            <translation>minutos de contacto fuera de horario / minutos de contacto</translation>
        </message>
        <message>
            <source>school weeks with a check-in / school weeks</source>
            <translation>semanas lectivas con encuentro / semanas lectivas</translation>
        </message>
        <message>
            <source>most school days in a row without contact, today included</source>
            <translation>mayor número de días lectivos seguidos sin contacto, con hoy</translation>
        </message>
        <message>
            <source>teachers matched in time / teachers whose time for it is over</source>
            <translation>docentes con mentor a tiempo / docentes cuyo plazo ha pasado</translation>
        </message>
        <message>
            <source>confirmed check-ins / check-ins recorded more than 14 days ago</source>
            <translation>encuentros confirmados / encuentros registrados hace más de 14 días</translation>
        </message>
    </context>
    <context>
        <name>GoalListModel</name>
        <message>
            <source>I met it</source>
            <translation>Lo logré</translation>
        </message>
        <message>
            <source>I am on it</source>
            <translation>Estoy en ello</translation>
        </message>
        <message>
            <source>until %1</source>
            <translation>hasta %1</translation>
        </message>
    </context>
    <context>
        <name>GoalsPage</name>
        <message>
            <source>Goals and needs</source>
            <translation>Metas y necesidades</translation>
        </message>
        <message>
            <source>Yours alone, and of each mentor whom you let in below. Never of who evaluates you.</source>
            <translation>Solo suyas, y de cada mentor a quien deje entrar abajo. Nunca de quien le evalúa.</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>Remove the goal %1</source>
            <translation>Quitar la meta %1</translation>
        </message>
        <message>
            <source>What do you want to grow in?</source>
            <translation>¿En qué quiere crecer?</translation>
        </message>
        <message>
            <source>How will it show?</source>
            <translation>¿En qué se notará?</translation>
        </message>
        <message>
            <source>Leave it out as you like</source>
            <translation>Puede dejarlo vacío</translation>
        </message>
        <message>
            <source>Add the goal</source>
            <translation>Añadir la meta</translation>
        </message>
        <message>
            <source>Where you want help</source>
            <translation>Dónde quiere ayuda</translation>
        </message>
        <message>
            <source>%1 of 5 · %2</source>
            <comment>4 of 5 · 12 Nov</comment>
            <translation>%1 de 5 · %2</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Tema</translation>
        </message>
        <message>
            <source>Such as routines, or families</source>
            <translation>Como rutinas o familias</translation>
        </message>
        <message>
            <source>How much help: 1 is none, 5 is a great deal.</source>
            <translation>Cuánta ayuda: 1 es ninguna, 5 es mucha.</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Añadir</translation>
        </message>
        <message>
            <source>Who may read this page</source>
            <translation>Quién puede leer esta página</translation>
        </message>
        <message>
            <source>When you take it back, it leaves their devices with their next exchange. What was read was read.</source>
            <translation>Cuando lo retira, sale de sus dispositivos con su próximo intercambio. Lo leído, leído está.</translation>
        </message>
    </context>
    <context>
        <name>Group</name>
        <message>
            <source>entered by %1</source>
            <comment>a person’s name</comment>
            <translation>anotado por %1</translation>
        </message>
        <message>
            <source>held by %1</source>
            <comment>a person’s name</comment>
            <translation>a cargo de %1</translation>
        </message>
    </context>
    <context>
        <name>HeldBySection</name>
        <message>
            <source>Who met %1</source>
            <comment>a teacher’s name</comment>
            <translation>Quién se reunió con %1</translation>
        </message>
        <message>
            <source>It says that you entered it. %1 confirms it as usual, and what the pair writes stays with the pair.</source>
            <comment>a teacher’s name</comment>
            <translation>Dirá que usted lo anotó. %1 lo confirma como siempre, y lo que escribe la pareja se queda en la pareja.</translation>
        </message>
    </context>
    <context>
        <name>HitCard</name>
        <message>
            <source>%1. %2</source>
            <comment>what was found. 12 Nov</comment>
            <translation>%1. %2</translation>
        </message>
    </context>
    <context>
        <name>LastChange</name>
        <message>
            <source>Taken back</source>
            <translation>Deshecho</translation>
        </message>
        <message>
            <source>It was changed again meanwhile and stays as it is now.</source>
            <translation>Entretanto se volvió a cambiar y queda como está ahora.</translation>
        </message>
    </context>
    <context>
        <name>LedPairListModel</name>
        <message>
            <source>with %1</source>
            <comment>a mentor’s name</comment>
            <translation>con %1</translation>
        </message>
    </context>
    <context>
        <name>LedPairsPage</name>
        <message>
            <source>Pairs</source>
            <translation>Parejas</translation>
        </message>
        <message>
            <source>You see that they meet, not what they write.</source>
            <translation>Usted ve que se reúnen, no lo que escriben.</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>with a mentor · on pace</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>borrador</translation>
        </message>
        <message>
            <source>The pairs of your school will be here</source>
            <translation>Aquí estarán las parejas de su escuela</translation>
        </message>
        <message>
            <source>New pair</source>
            <translation>Nueva pareja</translation>
        </message>
        <message>
            <source>Bring a teacher and a mentor together. You can then enter a contact that you held, or one for a mentor who asks you to.</source>
            <translation>Una a una docente con su mentor. Después podrá anotar un encuentro que usted tuvo, o uno de un mentor que se lo pida.</translation>
        </message>
    </context>
    <context>
        <name>LookPage</name>
        <message>
            <source>How it looks</source>
            <translation>Apariencia</translation>
        </message>
        <message>
            <source>For everybody who uses this device.</source>
            <translation>Para todas las personas que usan este dispositivo.</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>Colores</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Como el sistema</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Claro</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Oscuro</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Alto contraste</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Tamaño del texto</translation>
        </message>
        <message>
            <source>%1 %</source>
            <comment>a text size in percent</comment>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>Large text makes the pages narrower: side by side becomes one below the other.</source>
            <translation>Con texto grande las páginas se estrechan: lo que estaba al lado pasa a estar debajo.</translation>
        </message>
        <message>
            <source>Let things move</source>
            <translation>Permitir movimiento</translation>
        </message>
        <message>
            <source>Your system asks for less motion, so nothing moves.</source>
            <translation>Su sistema pide menos movimiento, así que nada se mueve.</translation>
        </message>
        <message>
            <source>Pages and messages fade in for a moment. Without it they are there at once.</source>
            <translation>Las páginas y los mensajes aparecen poco a poco. Sin movimiento están ahí al instante.</translation>
        </message>
    </context>
    <context>
        <name>Main</name>
        <message>
            <source>Cadre</source>
            <translation>Cadre</translation>
        </message>
    </context>
    <context>
        <name>MilestoneCounters</name>
        <message>
            <source>Milestones</source>
            <translation>Hitos</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>atrasados</translation>
        </message>
        <message>
            <source>due soon</source>
            <translation>vencen pronto</translation>
        </message>
        <message>
            <source>at risk</source>
            <translation>en riesgo</translation>
        </message>
        <message>
            <source>on track</source>
            <translation>en curso</translation>
        </message>
    </context>
    <context>
        <name>MilestoneDetail</name>
        <message>
            <source>Done on %1</source>
            <translation>Terminado el %1</translation>
        </message>
        <message>
            <source>On the server</source>
            <translation>En el servidor</translation>
        </message>
        <message>
            <source>Saved here · waiting for internet</source>
            <translation>Guardado aquí · a la espera de internet</translation>
        </message>
        <message>
            <source>Marked as done</source>
            <translation>Marcado como terminado</translation>
        </message>
        <message>
            <source>Flagged for the state team</source>
            <translation>Señalado para el equipo estatal</translation>
        </message>
        <message>
            <source>No longer flagged</source>
            <translation>Ya no está señalado</translation>
        </message>
        <message>
            <source>Marked at risk</source>
            <translation>Marcado en riesgo</translation>
        </message>
        <message>
            <source>No longer at risk</source>
            <translation>Ya no está en riesgo</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Guardado</translation>
        </message>
        <message>
            <source>It is due on that day already. Nothing was changed.</source>
            <translation>Ya vence ese día. No se cambió nada.</translation>
        </message>
        <message>
            <source>Please say why the date moves. Nothing was changed.</source>
            <translation>Diga por qué se mueve la fecha, por favor. No se cambió nada.</translation>
        </message>
        <message>
            <source>Date moved</source>
            <translation>Fecha movida</translation>
        </message>
        <message>
            <source>Asked</source>
            <translation>Pregunta enviada</translation>
        </message>
    </context>
    <context>
        <name>MilestoneList</name>
        <message>
            <source>Milestones</source>
            <translation>Hitos</translation>
        </message>
        <message>
            <source>Close the search</source>
            <translation>Cerrar la búsqueda</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Buscar</translation>
        </message>
        <message>
            <source>Search milestones</source>
            <translation>Buscar hitos</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>atrasados</translation>
        </message>
        <message>
            <source>due soon</source>
            <translation>vencen pronto</translation>
        </message>
        <message>
            <source>at risk</source>
            <translation>en riesgo</translation>
        </message>
        <message>
            <source>on track</source>
            <translation>en curso</translation>
        </message>
        <message>
            <source>Milestones will be here</source>
            <translation>Los hitos estarán aquí</translation>
        </message>
        <message>
            <source>None of these</source>
            <translation>Ninguno de estos</translation>
        </message>
        <message>
            <source>When a plan that you may see has milestones, they stand here, those that need somebody first.</source>
            <translation>Cuando un plan que usted puede ver tenga hitos, estarán aquí; primero los que necesitan a alguien.</translation>
        </message>
        <message>
            <source>Other milestones are there; this filter hides them.</source>
            <translation>Hay otros hitos; este filtro los oculta.</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Mostrar todos</translation>
        </message>
    </context>
    <context>
        <name>MilestoneListModel</name>
        <message numerus="yes">
            <source>%n day(s) overdue</source>
            <translation>
                <numerusform>%n día de atraso</numerusform>
                <numerusform>%n días de atraso</numerusform>
            </translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>Vence hoy</translation>
        </message>
        <message numerus="yes">
            <source>Due in %n day(s)</source>
            <translation>
                <numerusform>Vence en %n día</numerusform>
                <numerusform>Vence en %n días</numerusform>
            </translation>
        </message>
        <message>
            <source>At risk</source>
            <translation>En riesgo</translation>
        </message>
        <message>
            <source>Done on time</source>
            <translation>Terminado a tiempo</translation>
        </message>
        <message>
            <source>Done on time after it was moved</source>
            <translation>Terminado a tiempo tras moverse</translation>
        </message>
        <message>
            <source>Done late</source>
            <translation>Terminado tarde</translation>
        </message>
        <message>
            <source>Dropped</source>
            <translation>Abandonado</translation>
        </message>
        <message>
            <source>On track</source>
            <translation>En curso</translation>
        </message>
        <message>
            <source>Baseline %1</source>
            <translation>Fecha inicial %1</translation>
        </message>
        <message>
            <source>moved once</source>
            <translation>movido una vez</translation>
        </message>
        <message numerus="yes">
            <source>moved %n time(s)</source>
            <translation>
                <numerusform>movido %n vez</numerusform>
                <numerusform>movido %n veces</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MilestonePane</name>
        <message>
            <source>Flagged for the state team</source>
            <translation>Señalado para el equipo estatal</translation>
        </message>
        <message>
            <source>Done on…</source>
            <translation>Terminado el…</translation>
        </message>
        <message>
            <source>Ask %1</source>
            <comment>the owner of a milestone</comment>
            <translation>Preguntar a %1</translation>
        </message>
        <message>
            <source>the owner</source>
            <translation>la persona responsable</translation>
        </message>
        <message>
            <source>Move date</source>
            <translation>Mover fecha</translation>
        </message>
        <message>
            <source>Flagged</source>
            <translation>Señalado</translation>
        </message>
        <message>
            <source>Flag for state team</source>
            <translation>Señalar al equipo estatal</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Vence</translation>
        </message>
        <message>
            <source>Baseline</source>
            <translation>Inicial</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>Responsable</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Guardado</translation>
        </message>
        <message>
            <source>What is in the way</source>
            <translation>Qué lo impide</translation>
        </message>
        <message>
            <source>Nothing is noted.</source>
            <translation>No hay nada anotado.</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Cambiar</translation>
        </message>
        <message>
            <source>Write it down</source>
            <translation>Anotarlo</translation>
        </message>
        <message>
            <source>At risk</source>
            <translation>En riesgo</translation>
        </message>
        <message>
            <source>How its date moved</source>
            <translation>Cómo se movió la fecha</translation>
        </message>
        <message>
            <source>Questions and answers</source>
            <translation>Preguntas y respuestas</translation>
        </message>
        <message>
            <source>No milestone is open</source>
            <translation>Ningún hito abierto</translation>
        </message>
        <message>
            <source>Choose one in the list to see how its date moved and what is in the way.</source>
            <translation>Elija uno de la lista para ver cómo se movió su fecha y qué lo impide.</translation>
        </message>
        <message>
            <source>Your question</source>
            <translation>Su pregunta</translation>
        </message>
        <message>
            <source>Everybody who sees this milestone sees the question and the answer.</source>
            <translation>Quienes ven este hito ven la pregunta y la respuesta.</translation>
        </message>
        <message>
            <source>Ask</source>
            <translation>Preguntar</translation>
        </message>
        <message>
            <source>In a sentence or two</source>
            <translation>En una o dos frases</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
    </context>
    <context>
        <name>MinePage</name>
        <message>
            <source>Yours</source>
            <translation>Lo suyo</translation>
        </message>
        <message>
            <source>What is about you is yours: see who reads it, decide what is shown, take it along.</source>
            <translation>Lo que trata de usted es suyo: vea quién lo lee, decida qué se muestra, lléveselo.</translation>
        </message>
        <message>
            <source>Who reads this</source>
            <translation>Quién lee esto</translation>
        </message>
        <message>
            <source>Who may read what is about you, who was sent it and who opened it.</source>
            <translation>Quién puede leer lo que trata de usted, a quién se le envió y quién lo abrió.</translation>
        </message>
        <message>
            <source>Sharing</source>
            <translation>Compartir</translation>
        </message>
        <message>
            <source>What your pair shows to others. Both of you agree first, and either ends it.</source>
            <translation>Lo que su pareja muestra a otros. Antes están de acuerdo los dos, y cualquiera lo termina.</translation>
        </message>
        <message>
            <source>Goals and needs</source>
            <translation>Metas y necesidades</translation>
        </message>
        <message>
            <source>What you want to grow in and where you want help. Nobody reads it unless you say so.</source>
            <translation>En qué quiere crecer y dónde quiere ayuda. Nadie lo lee si usted no lo dice.</translation>
        </message>
        <message>
            <source>Your record</source>
            <translation>Su expediente</translation>
        </message>
        <message>
            <source>Everything about you on this device, to read and to take along.</source>
            <translation>Todo lo que trata de usted en este dispositivo, para leer y para llevar.</translation>
        </message>
        <message>
            <source>Devices and codes</source>
            <translation>Dispositivos y códigos</translation>
        </message>
        <message>
            <source>Your devices, a code for another one, and codes for the day when none is left.</source>
            <translation>Sus dispositivos, un código para otro más y códigos para el día en que no quede ninguno.</translation>
        </message>
        <message>
            <source>Plans</source>
            <translation>Planes</translation>
        </message>
        <message>
            <source>What your district has promised, and where it stands.</source>
            <translation>Lo que su distrito ha prometido, y cómo va.</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Tiempo</translation>
        </message>
        <message>
            <source>The minutes of your months, beside what is promised. Both of a pair sign them.</source>
            <translation>Los minutos de sus meses, junto a lo prometido. Las dos personas de la pareja los firman.</translation>
        </message>
    </context>
    <context>
        <name>MonthStatementModel</name>
        <message>
            <source>MMMM yyyy</source>
            <comment>a month as QLocale writes it</comment>
            <translation>MMMM 'de' yyyy</translation>
        </message>
        <message>
            <source>No time is promised yet.</source>
            <translation>Aún no hay tiempo prometido.</translation>
        </message>
        <message>
            <source>%1: it is not promised by the month.</source>
            <translation>%1: no se promete por mes.</translation>
        </message>
        <message numerus="yes">
            <source>%n min are promised.</source>
            <translation>
                <numerusform>%n min prometidos.</numerusform>
                <numerusform>%n min prometidos.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: signed %2</source>
            <comment>Lena Brandt: signed Fri 27 Nov</comment>
            <translation>%1: firmado el %2</translation>
        </message>
        <message>
            <source>%1: signed before this changed</source>
            <translation>%1: firmado antes de este cambio</translation>
        </message>
        <message>
            <source>%1: not signed yet</source>
            <translation>%1: aún sin firmar</translation>
        </message>
        <message>
            <source>%1, %2 to %3</source>
            <comment>Monday, 9:00 to 9:45</comment>
            <translation>%1, de %2 a %3</translation>
        </message>
        <message>
            <source>%1 in sanctioned time, %2 outside hours</source>
            <comment>45 min in …, 30 min outside hours</comment>
            <translation>%1 en tiempo reservado, %2 fuera de horario</translation>
        </message>
        <message numerus="yes">
            <source>%n min</source>
            <translation>
                <numerusform>%n min</numerusform>
                <numerusform>%n min</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 in %2</source>
            <comment>75 min in 2 meetings</comment>
            <translation>%1 en %2</translation>
        </message>
        <message numerus="yes">
            <source>%n meeting(s)</source>
            <translation>
                <numerusform>%n reunión</numerusform>
                <numerusform>%n reuniones</numerusform>
            </translation>
        </message>
        <message>
            <source>The minutes have just changed. Nothing was signed; look at them again.</source>
            <translation>Los minutos acaban de cambiar. No se firmó nada; mírelos de nuevo.</translation>
        </message>
        <message>
            <source>Signed.</source>
            <translation>Firmado.</translation>
        </message>
    </context>
    <context>
        <name>MoveSheet</name>
        <message>
            <source>Move date</source>
            <translation>Mover fecha</translation>
        </message>
        <message>
            <source>Due now: %1. The first date stays as the baseline.</source>
            <translation>Vence ahora: %1. La primera fecha queda como inicial.</translation>
        </message>
        <message>
            <source>Pick the new date</source>
            <translation>Elegir la nueva fecha</translation>
        </message>
        <message>
            <source>Why it moves</source>
            <translation>Por qué se mueve</translation>
        </message>
        <message>
            <source>One sentence helps whoever reads this in a month.</source>
            <translation>Una frase ayuda a quien lo lea dentro de un mes.</translation>
        </message>
        <message>
            <source>Move to %1</source>
            <translation>Mover al %1</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>Mover</translation>
        </message>
        <message>
            <source>New date</source>
            <translation>Nueva fecha</translation>
        </message>
    </context>
    <context>
        <name>MyCheckInPage</name>
        <message>
            <source>Choose a check-in</source>
            <translation>Elija un encuentro</translation>
        </message>
        <message>
            <source>Open one from “Your check-ins” to answer it and to write your own words.</source>
            <translation>Abra uno en «Sus encuentros» para responder y escribir sus propias palabras.</translation>
        </message>
        <message>
            <source>Your answer: %1</source>
            <translation>Su respuesta: %1</translation>
        </message>
        <message>
            <source>Is this right?</source>
            <translation>¿Es correcto?</translation>
        </message>
        <message>
            <source>That’s right</source>
            <translation>Es correcto</translation>
        </message>
        <message>
            <source>Different time</source>
            <translation>Otro tiempo</translation>
        </message>
        <message>
            <source>Did not happen</source>
            <translation>No tuvo lugar</translation>
        </message>
        <message>
            <source>You and %1 read this</source>
            <translation>Esto lo leen usted y %1</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>What works · Lena Brandt</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Your words, for you and %1</source>
            <translation>Sus palabras, para usted y %1</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>Keep your words for you and %1</source>
            <translation>Guardar sus palabras para usted y %1</translation>
        </message>
        <message>
            <source>Only for you</source>
            <translation>Solo para usted</translation>
        </message>
        <message>
            <source>It stays on your own devices and in your own place on the server. Nobody else reads it.</source>
            <translation>Queda en sus propios dispositivos y en su propio lugar del servidor. Nadie más lo lee.</translation>
        </message>
        <message>
            <source>Keep your words for you alone</source>
            <translation>Guardar sus palabras solo para usted</translation>
        </message>
        <message>
            <source>How confident do you feel?</source>
            <translation>¿Con cuánta confianza se siente?</translation>
        </message>
        <message>
            <source>Your steps</source>
            <translation>Sus pasos</translation>
        </message>
        <message>
            <source>A step of your own</source>
            <translation>Un paso propio</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Añadir</translation>
        </message>
        <message>
            <source>Show some of this to somebody…</source>
            <translation>Mostrar algo de esto a alguien…</translation>
        </message>
        <message>
            <source>%1 has withdrawn this</source>
            <translation>%1 lo ha retirado</translation>
        </message>
        <message>
            <source>You did not answer</source>
            <translation>Usted no respondió</translation>
        </message>
        <message>
            <source>1 is not at all, 5 is very. Only you can say it, now or later, and %1 sees it. Whoever evaluates you never does. Leave it out as you like.</source>
            <translation>1 es nada, 5 es mucha. Solo usted puede decirlo, ahora o después, y %1 lo ve. Quien la evalúa no lo ve nunca. Puede dejarlo vacío.</translation>
        </message>
    </context>
    <context>
        <name>MyCheckInsPage</name>
        <message>
            <source>Your check-ins</source>
            <translation>Sus encuentros</translation>
        </message>
        <message numerus="yes">
            <source>%n wait(s) for your answer</source>
            <translation>
                <numerusform>%n espera su respuesta</numerusform>
                <numerusform>%n esperan su respuesta</numerusform>
            </translation>
        </message>
        <message>
            <source>Is every day and every number of minutes below right? Where one is not, answer that one by itself.</source>
            <translation>¿Son correctos todos los días y minutos de abajo? Si alguno no lo es, respóndalo por separado.</translation>
        </message>
        <message>
            <source>Yes, all %1</source>
            <comment>45 check-ins</comment>
            <translation>Sí, los %1</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>Tue 12 Nov · 45 min</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>waits for your answer</source>
            <translation>espera su respuesta</translation>
        </message>
        <message>
            <source>Your check-ins will be here</source>
            <translation>Aquí estarán sus encuentros</translation>
        </message>
        <message>
            <source>What your mentor records of your time together comes here for you to confirm, and to write your own words beside it.</source>
            <translation>Lo que su mentor registra de su tiempo juntos llega aquí para que lo confirme y escriba sus propias palabras al lado.</translation>
        </message>
    </context>
    <context>
        <name>Names</name>
        <message>
            <source>somebody</source>
            <translation>alguien</translation>
        </message>
        <message>
            <source>You</source>
            <translation>Usted</translation>
        </message>
    </context>
    <context>
        <name>NavEntry</name>
        <message>
            <source>%1, %2</source>
            <comment>a place and how many wait there</comment>
            <translation>%1, %2</translation>
        </message>
    </context>
    <context>
        <name>Navigation</name>
        <message>
            <source>Places</source>
            <translation>Lugares</translation>
        </message>
    </context>
    <context>
        <name>NeedsYouPage</name>
        <message>
            <source>Needs you</source>
            <translation>Pendiente</translation>
        </message>
        <message>
            <source>Nothing needs you</source>
            <translation>Nada le necesita</translation>
        </message>
        <message>
            <source>When two people change the same thing at once, both versions wait here until somebody chooses.</source>
            <translation>Cuando dos personas cambian lo mismo a la vez, ambas versiones esperan aquí hasta que alguien elija.</translation>
        </message>
        <message>
            <source>Two changes met</source>
            <translation>Dos cambios se encontraron</translation>
        </message>
        <message>
            <source>Set aside</source>
            <translation>Apartado</translation>
        </message>
        <message>
            <source>%1 · it is kept on this device</source>
            <comment>when something was set aside</comment>
            <translation>%1 · se conserva en este dispositivo</translation>
        </message>
    </context>
    <context>
        <name>NewPair</name>
        <message>
            <source>Today</source>
            <translation>Hoy</translation>
        </message>
        <message>
            <source>Next Monday</source>
            <translation>El lunes que viene</translation>
        </message>
        <message>
            <source>First of next month</source>
            <translation>El primero del mes que viene</translation>
        </message>
        <message>
            <source>with %1</source>
            <comment>a mentor’s name</comment>
            <translation>con %1</translation>
        </message>
        <message>
            <source>has no mentor yet</source>
            <translation>todavía sin mentor</translation>
        </message>
        <message>
            <source>mentors nobody yet</source>
            <translation>todavía no acompaña a nadie</translation>
        </message>
        <message numerus="yes">
            <source>mentors %n teacher(s) now</source>
            <translation>
                <numerusform>acompaña ahora a %n docente</numerusform>
                <numerusform>acompaña ahora a %n docentes</numerusform>
            </translation>
        </message>
        <message>
            <source>First year</source>
            <translation>Primer año</translation>
        </message>
        <message>
            <source>Second year</source>
            <translation>Segundo año</translation>
        </message>
        <message>
            <source>Third year</source>
            <translation>Tercer año</translation>
        </message>
        <message>
            <source>In the place of %1</source>
            <translation>En lugar de %1</translation>
        </message>
        <message>
            <source>Beside %1</source>
            <translation>Junto a %1</translation>
        </message>
        <message>
            <source>%1 and %2 are a pair. Each of them sees it after the next connection.</source>
            <translation>%1 y %2 forman una pareja. Cada cual lo verá tras la próxima conexión.</translation>
        </message>
        <message>
            <source>%1 is to have another primary mentor from %2 on. Nothing was saved; from that day on you can put somebody in that place here.</source>
            <translation>%1 tendrá otro mentor principal desde el %2. No se guardó nada; desde ese día podrá poner aquí a otra persona en su lugar.</translation>
        </message>
    </context>
    <context>
        <name>NewPairPage</name>
        <message>
            <source>New pair</source>
            <translation>Nueva pareja</translation>
        </message>
        <message>
            <source>What the two write stays with them. You see that they meet.</source>
            <translation>Lo que escriben se queda entre los dos. Usted ve que se reúnen.</translation>
        </message>
        <message>
            <source>Who begins?</source>
            <translation>¿Quién empieza?</translation>
        </message>
        <message>
            <source>No beginning teacher of your school is known on this device. A roster brings them, or an invite does.</source>
            <translation>En este dispositivo no consta ninguna docente principiante de su escuela. Llegan con una lista de personal o con una invitación.</translation>
        </message>
        <message>
            <source>Who mentors %1?</source>
            <translation>¿Quién acompaña a %1?</translation>
        </message>
        <message>
            <source>No mentor of your school or district is known on this device. A roster brings them, or an invite does.</source>
            <translation>En este dispositivo no consta ningún mentor de su escuela o distrito. Llegan con una lista de personal o con una invitación.</translation>
        </message>
        <message>
            <source>Not offered: %1. Who evaluates a teacher is never her mentor.</source>
            <translation>No se ofrece: %1. Quien evalúa a una docente nunca es su mentor.</translation>
        </message>
        <message>
            <source>%1 has a mentor: %2.</source>
            <translation>%1 tiene mentor: %2.</translation>
        </message>
        <message>
            <source>A change needs no reason, and nobody is asked for one. What the two wrote stays theirs.</source>
            <translation>Un cambio no necesita motivo y a nadie se le pide. Lo que escribieron sigue siendo suyo.</translation>
        </message>
        <message>
            <source>From when?</source>
            <translation>¿Desde cuándo?</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Desde</translation>
        </message>
        <message>
            <source>Year of support</source>
            <translation>Año de acompañamiento</translation>
        </message>
        <message>
            <source>Minutes a month, if you agreed on any</source>
            <translation>Minutos al mes, si acordaron algunos</translation>
        </message>
        <message>
            <source>Minutes a month</source>
            <translation>Minutos al mes</translation>
        </message>
        <message>
            <source>min a month</source>
            <translation>min al mes</translation>
        </message>
        <message>
            <source>Make this pair</source>
            <translation>Formar esta pareja</translation>
        </message>
    </context>
    <context>
        <name>NewPerson</name>
        <message>
            <source>Your name on the lock screen</source>
            <translation>Su nombre en la pantalla de bloqueo</translation>
        </message>
        <message>
            <source>Everybody who holds this device can read it. Initials will do.</source>
            <translation>Lo puede leer cualquiera que tenga este dispositivo. Bastan las iniciales.</translation>
        </message>
        <message>
            <source>Passphrase for this device</source>
            <translation>Frase de contraseña para este dispositivo</translation>
        </message>
        <message>
            <source>At least 10 characters: a few words do well. It seals your work here, and nobody can look it up.</source>
            <translation>Al menos 10 caracteres: unas pocas palabras van bien. Sella su trabajo aquí, y nadie puede consultarla.</translation>
        </message>
        <message>
            <source>The passphrase once more</source>
            <translation>La frase de contraseña otra vez</translation>
        </message>
    </context>
    <context>
        <name>NextCard</name>
        <message>
            <source>Start</source>
            <translation>Empezar</translation>
        </message>
        <message>
            <source>Start the check-in with %1</source>
            <translation>Empezar el encuentro con %1</translation>
        </message>
    </context>
    <context>
        <name>NextSection</name>
        <message>
            <source>%1 will</source>
            <comment>a person’s name: Ms Rivera will</comment>
            <translation>%1 hará</translation>
        </message>
        <message>
            <source>One small next step</source>
            <translation>Un pequeño paso siguiente</translation>
        </message>
        <message>
            <source>You will</source>
            <translation>Usted hará</translation>
        </message>
        <message>
            <source>What you bring or do</source>
            <translation>Qué traerá o hará</translation>
        </message>
        <message>
            <source>You meet again</source>
            <translation>Se reúnen de nuevo</translation>
        </message>
    </context>
    <context>
        <name>NumberStepper</name>
        <message>
            <source>%1, in %2</source>
            <comment>what is asked for, and its unit</comment>
            <translation>%1, en %2</translation>
        </message>
    </context>
    <context>
        <name>OwnDevices</name>
        <message>
            <source>A device without a name</source>
            <translation>Un dispositivo sin nombre</translation>
        </message>
        <message>
            <source>not seen yet</source>
            <translation>aún no se ha visto</translation>
        </message>
        <message>
            <source>last seen %1</source>
            <translation>visto por última vez %1</translation>
        </message>
        <message>
            <source>Signed out. It gets nothing more, from now on.</source>
            <translation>Sesión cerrada. Desde ahora no recibe nada más.</translation>
        </message>
    </context>
    <context>
        <name>OwnRecord</name>
        <message>
            <source>Your record</source>
            <translation>Su expediente</translation>
        </message>
        <message>
            <source>All that this device holds about you. What lies in places that have left this device is on the server.</source>
            <translation>Todo lo que este dispositivo guarda sobre usted. Lo que está en lugares que salieron de este dispositivo está en el servidor.</translation>
        </message>
        <message>
            <source>The folder could not be written. Nothing was lost; look at the room left, or choose another folder.</source>
            <translation>No se pudo escribir la carpeta. No se perdió nada; mire el espacio libre o elija otra carpeta.</translation>
        </message>
        <message>
            <source>Cadre record %1</source>
            <comment>a folder&apos;s name with a date</comment>
            <translation>Expediente Cadre %1</translation>
        </message>
        <message>
            <source>Cadre record %1</source>
            <translation>Expediente Cadre %1</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>Lena Brandt, Fri 14:02</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Saved in %1. It is not sealed there: whoever opens the folder can read it.</source>
            <translation>Guardado en %1. Allí no está sellado: quien abra la carpeta puede leerlo.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>a field&apos;s label and its value</comment>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>OwnRecordPage</name>
        <message>
            <source>Your record</source>
            <translation>Su expediente</translation>
        </message>
        <message>
            <source>All that this device holds about you, and what you wrote yourself.</source>
            <translation>Todo lo que este dispositivo guarda sobre usted, y lo que usted escribió.</translation>
        </message>
        <message>
            <source>You may take it along at any time: a page to read in any browser, and the same as data. The files are not sealed, so keep them where only you look.</source>
            <translation>Puede llevárselo en cualquier momento: una página para leer en cualquier navegador, y lo mismo como datos. Los archivos no están sellados; guárdelos donde solo mire usted.</translation>
        </message>
        <message>
            <source>Save in my documents</source>
            <translation>Guardar en mis documentos</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>Note · Your conversations with Lena</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Nothing about you yet</source>
            <translation>Todavía no hay nada sobre usted</translation>
        </message>
        <message>
            <source>What is recorded about you, and what you write, will be here.</source>
            <translation>Aquí estará lo que se registre sobre usted y lo que usted escriba.</translation>
        </message>
    </context>
    <context>
        <name>Page</name>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
    </context>
    <context>
        <name>Pairs</name>
        <message>
            <source>on pace</source>
            <translation>al día</translation>
        </message>
        <message numerus="yes">
            <source>behind · %n school day(s) since the last talk</source>
            <translation>
                <numerusform>con retraso · %n día escolar desde la última conversación</numerusform>
                <numerusform>con retraso · %n días escolares desde la última conversación</numerusform>
            </translation>
        </message>
        <message>
            <source>behind this month</source>
            <translation>con retraso este mes</translation>
        </message>
        <message>
            <source>just begun</source>
            <translation>recién empezado</translation>
        </message>
        <message>
            <source>no time agreed yet</source>
            <translation>aún sin tiempo acordado</translation>
        </message>
        <message>
            <source>by %1</source>
            <translation>para el %1</translation>
        </message>
        <message>
            <source>%1 of %2 min</source>
            <translation>%1 de %2 min</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 min</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>yours</source>
            <translation>suyo</translation>
        </message>
    </context>
    <context>
        <name>People</name>
        <message>
            <source>What is on this device is sealed. Your passphrase opens it from now on.</source>
            <translation>Lo que hay en este dispositivo está sellado. Desde ahora lo abre su frase de contraseña.</translation>
        </message>
        <message>
            <source>That is not the passphrase of this device. Try again.</source>
            <translation>Esa no es la frase de contraseña de este dispositivo. Inténtelo de nuevo.</translation>
        </message>
        <message>
            <source>That is not the PIN.</source>
            <translation>Ese no es el PIN.</translation>
        </message>
        <message>
            <source>Your passphrase opens it this time. After that your PIN opens it again for a day.</source>
            <translation>Esta vez lo abre su frase de contraseña. Después, su PIN vuelve a abrirlo durante un día.</translation>
        </message>
        <message>
            <source>The PIN may be tried again at %1. Your passphrase opens it at once.</source>
            <translation>El PIN se puede volver a probar a las %1. Su frase de contraseña lo abre ahora mismo.</translation>
        </message>
    </context>
    <context>
        <name>PersonList</name>
        <message>
            <source>%1, %2</source>
            <comment>a person and what is said of her</comment>
            <translation>%1, %2</translation>
        </message>
    </context>
    <context>
        <name>PlaceWords</name>
        <message>
            <source>a mentor you had</source>
            <translation>un mentor que tuvo</translation>
        </message>
        <message>
            <source>Your conversations with %1</source>
            <translation>Sus conversaciones con %1</translation>
        </message>
        <message>
            <source>When you and %1 met, and for how long</source>
            <translation>Cuándo se reunieron usted y %1, y cuánto tiempo</translation>
        </message>
        <message>
            <source>Your goals and needs</source>
            <translation>Sus metas y necesidades</translation>
        </message>
        <message>
            <source>What you two agreed to show</source>
            <translation>Lo que acordaron mostrar</translation>
        </message>
        <message>
            <source>Why you are given support</source>
            <translation>Por qué recibe apoyo</translation>
        </message>
        <message>
            <source>What was asked about your pair</source>
            <translation>Lo que se pidió sobre su pareja</translation>
        </message>
        <message>
            <source>Who read what about you</source>
            <translation>Quién leyó qué sobre usted</translation>
        </message>
        <message>
            <source>Your private notes</source>
            <translation>Sus notas privadas</translation>
        </message>
    </context>
    <context>
        <name>Places</name>
        <message>
            <source>Today</source>
            <translation>Hoy</translation>
        </message>
        <message>
            <source>Teachers</source>
            <translation>Docentes</translation>
        </message>
        <message>
            <source>Plans</source>
            <translation>Planes</translation>
        </message>
        <message>
            <source>Needs you</source>
            <translation>Pendiente</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Sincronizar</translation>
        </message>
        <message>
            <source>Check-ins</source>
            <translation>Encuentros</translation>
        </message>
        <message>
            <source>Yours</source>
            <translation>Lo suyo</translation>
        </message>
        <message>
            <source>Pairs</source>
            <translation>Parejas</translation>
        </message>
    </context>
    <context>
        <name>PrivateNote</name>
        <message>
            <source>Private note</source>
            <translation>Nota privada</translation>
        </message>
        <message>
            <source>Only you. Neither the teacher nor the school.</source>
            <translation>Solo usted. Ni la docente ni la escuela.</translation>
        </message>
        <message>
            <source>A note to yourself</source>
            <translation>Una nota para usted</translation>
        </message>
    </context>
    <context>
        <name>Promises</name>
        <message>
            <source>Last time</source>
            <translation>La última vez</translation>
        </message>
        <message>
            <source>Promises from your last conversation will be here.</source>
            <translation>Las promesas de su última conversación estarán aquí.</translation>
        </message>
        <message>
            <source>%1 · done</source>
            <translation>%1 · hecho</translation>
        </message>
        <message>
            <source>%1 · carried on</source>
            <translation>%1 · continúa</translation>
        </message>
        <message>
            <source>Carry on</source>
            <translation>Continuar</translation>
        </message>
        <message>
            <source>Carry on: %1</source>
            <translation>Continuar: %1</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>Este mes</translation>
        </message>
    </context>
    <context>
        <name>PromisesCard</name>
        <message>
            <source>Promises</source>
            <translation>Promesas</translation>
        </message>
        <message>
            <source>Show fewer</source>
            <translation>Mostrar menos</translation>
        </message>
        <message>
            <source>Show all %1</source>
            <translation>Mostrar las %1</translation>
        </message>
    </context>
    <context>
        <name>ProposeSharePage</name>
        <message>
            <source>Propose to share</source>
            <translation>Proponer compartir</translation>
        </message>
        <message>
            <source>%1 is asked first. Until you both agree, nobody else reads anything.</source>
            <translation>Primero se le pregunta a %1. Hasta que los dos estén de acuerdo, nadie más lee nada.</translation>
        </message>
        <message>
            <source>Which parts?</source>
            <translation>¿Qué partes?</translation>
        </message>
        <message>
            <source>There is nothing to show yet. What you two write about your check-ins will be here.</source>
            <translation>Todavía no hay nada que mostrar. Aquí estará lo que escriban sobre sus encuentros.</translation>
        </message>
        <message>
            <source>To whom?</source>
            <translation>¿A quién?</translation>
        </message>
        <message>
            <source>Not offered: %1. Who evaluates the teacher never reads what she says to her mentor, not even when you both would.</source>
            <translation>No se ofrece: %1. Quien evalúa a la docente nunca lee lo que ella dice a su mentor, ni aunque los dos quisieran.</translation>
        </message>
        <message>
            <source>Who evaluates the teacher is never offered here: they never read what she says to her mentor.</source>
            <translation>Quien evalúa a la docente nunca se ofrece aquí: nunca lee lo que ella dice a su mentor.</translation>
        </message>
        <message>
            <source>How, and until when?</source>
            <translation>¿Cómo y hasta cuándo?</translation>
        </message>
        <message>
            <source>As it is now</source>
            <translation>Como está ahora</translation>
        </message>
        <message>
            <source>With later changes</source>
            <translation>Con cambios posteriores</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Hasta</translation>
        </message>
        <message>
            <source>Ask %1</source>
            <translation>Preguntar a %1</translation>
        </message>
        <message>
            <source>Propose</source>
            <translation>Proponer</translation>
        </message>
    </context>
    <context>
        <name>PulseAsked</name>
        <message>
            <source>How confident %1 feels, if they like to say</source>
            <comment>a person’s name</comment>
            <translation>Cuánta confianza siente %1, si quiere decirlo</translation>
        </message>
        <message>
            <source>%1 gave %2 of 5, on this device.</source>
            <comment>a person’s name, a number</comment>
            <translation>%1 dio %2 de 5, en este dispositivo.</translation>
        </message>
        <message>
            <source>Hand the device over at the end, or leave it to %1’s own device.</source>
            <translation>Al final pase el dispositivo, o déjelo para el dispositivo propio de %1.</translation>
        </message>
        <message>
            <source>Hand over to %1</source>
            <comment>a person’s name</comment>
            <translation>Pasar el dispositivo a %1</translation>
        </message>
    </context>
    <context>
        <name>PulseSheet</name>
        <message>
            <source>%1, this one is yours</source>
            <translation>%1, esto es suyo</translation>
        </message>
        <message>
            <source>How confident do you feel? 1 is not at all, 5 is very.</source>
            <translation>¿Con cuánta confianza se siente? 1 es nada, 5 es mucha.</translation>
        </message>
        <message>
            <source>Your mentor sees it. Whoever evaluates you never does. You can change it later on your own device, or leave it out.</source>
            <translation>Su mentor o mentora lo ve. Quien la evalúa no lo ve nunca. Puede cambiarlo después en su propio dispositivo, o dejarlo vacío.</translation>
        </message>
        <message>
            <source>How confident do you feel?</source>
            <translation>¿Con cuánta confianza se siente?</translation>
        </message>
        <message>
            <source>%1 of 5</source>
            <comment>how confident somebody feels</comment>
            <translation>%1 de 5</translation>
        </message>
        <message>
            <source>I am %1, and this is my answer</source>
            <translation>Soy %1 y esta es mi respuesta</translation>
        </message>
        <message>
            <source>Leave it out</source>
            <translation>Dejarlo vacío</translation>
        </message>
    </context>
    <context>
        <name>RadioCard</name>
        <message>
            <source>“%1”</source>
            <comment>what somebody said, in quotation marks</comment>
            <translation>“%1”</translation>
        </message>
    </context>
    <context>
        <name>ReaderListModel</name>
        <message>
            <source>You</source>
            <translation>Usted</translation>
        </message>
        <message>
            <source>You alone</source>
            <translation>Solo usted</translation>
        </message>
    </context>
    <context>
        <name>Reports</name>
        <message>
            <source>fewer than 5 teachers</source>
            <translation>menos de 5 docentes</translation>
        </message>
        <message>
            <source>not told for single schools</source>
            <translation>no se indica por escuela</translation>
        </message>
        <message>
            <source>fewer than 3</source>
            <translation>menos de 3</translation>
        </message>
        <message>
            <source>nearly all</source>
            <translation>casi todos</translation>
        </message>
        <message>
            <source>Check-ins of each school</source>
            <translation>Encuentros de cada escuela</translation>
        </message>
        <message>
            <source>One row is one school in this period.</source>
            <translation>Cada fila es una escuela en este período.</translation>
        </message>
        <message>
            <source>District</source>
            <translation>Distrito</translation>
        </message>
        <message>
            <source>School</source>
            <translation>Escuela</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>Período</translation>
        </message>
        <message>
            <source>Teachers</source>
            <translation>Docentes</translation>
        </message>
        <message>
            <source>Pairs</source>
            <translation>Parejas</translation>
        </message>
        <message>
            <source>Matched within 30 days</source>
            <translation>Con mentor en 30 días</translation>
        </message>
        <message>
            <source>Meetings</source>
            <translation>Encuentros</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>Minutos</translation>
        </message>
        <message>
            <source>Minutes agreed</source>
            <translation>Minutos acordados</translation>
        </message>
        <message>
            <source>Held of agreed</source>
            <translation>Realizado de lo acordado</translation>
        </message>
        <message>
            <source>Weeks with contact</source>
            <translation>Semanas con contacto</translation>
        </message>
        <message>
            <source>Longest gap in school days, median</source>
            <translation>Mayor pausa en días lectivos, mediana</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>Confirmados</translation>
        </message>
        <message>
            <source>Rates of a school with fewer than 5 teachers are not told, and of teachers matched in time the number only where at least 5 began and at least 3 were and 3 were not. Minutes and meetings are told of every school.</source>
            <translation>De una escuela con menos de 5 docentes no se indican proporciones; de los docentes con mentor a tiempo, el número solo donde empezaron al menos 5 y al menos 3 lo tuvieron y 3 no. Minutos y encuentros se indican de todas las escuelas.</translation>
        </message>
        <message>
            <source>Where this device does not hold the log of every pair, it has the totals that the server made, and no rates.</source>
            <translation>Donde este dispositivo no tiene el registro de todas las parejas, tiene los totales que hizo el servidor, y ninguna proporción.</translation>
        </message>
        <message>
            <source>This device knows no holidays: every day from Monday to Friday is taken for a school day.</source>
            <translation>Este dispositivo no conoce días festivos: todos los días de lunes a viernes cuentan como lectivos.</translation>
        </message>
        <message>
            <source>Check-in register</source>
            <translation>Registro de encuentros</translation>
        </message>
        <message>
            <source>How often and how long pairs met, school by school</source>
            <translation>Con qué frecuencia y cuánto tiempo se reunieron las parejas, escuela por escuela</translation>
        </message>
        <message>
            <source>this device has not reached the server yet</source>
            <translation>este dispositivo aún no ha llegado al servidor</translation>
        </message>
        <message>
            <source>Made by</source>
            <translation>Hecho por</translation>
        </message>
        <message>
            <source>Made at</source>
            <translation>Hecho el</translation>
        </message>
        <message>
            <source>Data as of</source>
            <translation>Datos al</translation>
        </message>
        <message>
            <source>Made of</source>
            <translation>Hecho de</translation>
        </message>
        <message>
            <source>what this device holds for its person; nothing was left out by choice</source>
            <translation>lo que este dispositivo tiene para su persona; nada se omitió por elección</translation>
        </message>
        <message>
            <source>Changes of this device that are in this report and not on the server yet: %1.</source>
            <translation>Cambios de este dispositivo que están en este informe y aún no en el servidor: %1.</translation>
        </message>
        <message>
            <source>Places that wait for the next contact with the server, so that what others wrote there is not in this report: %1.</source>
            <translation>Lugares que esperan el próximo contacto con el servidor, por lo que lo que otros escribieron allí no está en este informe: %1.</translation>
        </message>
        <message>
            <source>Records in which two changes met and nobody has chosen yet, so that this report takes the version listed first: %1.</source>
            <translation>Registros en los que se encontraron dos cambios y nadie ha elegido todavía, por lo que este informe toma la versión que figura primero: %1.</translation>
        </message>
        <message>
            <source>– stands for what is not known here.</source>
            <translation>– significa que aquí no se sabe.</translation>
        </message>
        <message>
            <source>Nothing was recorded in this period.</source>
            <translation>En este período no se registró nada.</translation>
        </message>
        <message>
            <source>%1: table</source>
            <comment>heading</comment>
            <translation>%1: tabla</translation>
        </message>
        <message>
            <source>How to read it</source>
            <translation>Cómo leerlo</translation>
        </message>
        <message>
            <source>SHA-256 of the CSV twin</source>
            <translation>SHA-256 del CSV equivalente</translation>
        </message>
        <message>
            <source>Open</source>
            <comment>state of a monthly statement</comment>
            <translation>Abierta</translation>
        </message>
        <message>
            <source>Minutes of each pair</source>
            <translation>Minutos de cada pareja</translation>
        </message>
        <message>
            <source>One row is one pair in this month. Times that overlap count once.</source>
            <translation>Cada fila es una pareja en este mes. Los tiempos que se solapan cuentan una vez.</translation>
        </message>
        <message>
            <source>Mentor</source>
            <translation>Mentor</translation>
        </message>
        <message>
            <source>Teacher</source>
            <translation>Docente</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>Mes</translation>
        </message>
        <message>
            <source>In sanctioned time</source>
            <translation>En tiempo reservado</translation>
        </message>
        <message>
            <source>Outside hours</source>
            <translation>Fuera de horario</translation>
        </message>
        <message>
            <source>Mentor signed</source>
            <translation>Firma del mentor</translation>
        </message>
        <message>
            <source>Teacher signed</source>
            <translation>Firma del docente</translation>
        </message>
        <message>
            <source>Seen</source>
            <translation>Visto</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>Not answered</source>
            <translation>Sin respuesta</translation>
        </message>
        <message>
            <source>Open</source>
            <comment>an answer is still expected</comment>
            <translation>Pendiente</translation>
        </message>
        <message>
            <source>Dates</source>
            <translation>Fechas</translation>
        </message>
        <message>
            <source>One row is one meeting, with the minutes that count.</source>
            <translation>Cada fila es un encuentro, con los minutos que cuentan.</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Fecha</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Tiempo</translation>
        </message>
        <message>
            <source>Teacher’s answer</source>
            <translation>Respuesta del docente</translation>
        </message>
        <message>
            <source>Signatures</source>
            <translation>Firmas</translation>
        </message>
        <message>
            <source>Pair</source>
            <translation>Pareja</translation>
        </message>
        <message>
            <source>Seen by the administrator (minutes only)</source>
            <translation>Visto por la dirección (solo los minutos)</translation>
        </message>
        <message>
            <source>Monthly mentoring statement</source>
            <translation>Declaración mensual de mentoría</translation>
        </message>
        <message>
            <source>Time that mentors and teachers spent together, without what they spoke about</source>
            <translation>Tiempo que mentores y docentes pasaron juntos, sin lo que hablaron</translation>
        </message>
        <message>
            <source>The month is not over: minutes are those up to today, and minutes agreed are those of the whole month.</source>
            <translation>El mes no ha terminado: los minutos son los de hasta hoy, y los acordados, los de todo el mes.</translation>
        </message>
        <message>
            <source>Minutes of which the two remember different times count with the smaller value. What the teacher has not answered counts.</source>
            <translation>Los minutos que los dos recuerdan de forma distinta cuentan con el valor menor. Lo que el docente no ha respondido cuenta.</translation>
        </message>
        <message>
            <source>Mentoring: next meeting</source>
            <translation>Mentoría: próximo encuentro</translation>
        </message>
        <message>
            <source>Mentoring: my next step is due</source>
            <translation>Mentoría: vence mi próximo paso</translation>
        </message>
        <message>
            <source>Mentoring: meeting</source>
            <translation>Mentoría: encuentro</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>Días</translation>
        </message>
        <message>
            <source>One row is one meeting or one day on which a step is due.</source>
            <translation>Cada fila es un encuentro o un día en que vence un paso.</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Qué</translation>
        </message>
        <message>
            <source>My calendar</source>
            <translation>Mi calendario</translation>
        </message>
        <message>
            <source>Meetings and days on which a step is due, without names and subjects</source>
            <translation>Encuentros y días en que vence un paso, sin nombres ni temas</translation>
        </message>
        <message>
            <source>from %1 on</source>
            <translation>desde el %1</translation>
        </message>
        <message>
            <source>Check-ins and steps</source>
            <translation>Encuentros y pasos</translation>
        </message>
        <message>
            <source>One row is one check-in; each further step of it has a row of its own.</source>
            <translation>Cada fila es un encuentro; cada paso más tiene su propia fila.</translation>
        </message>
        <message>
            <source>How</source>
            <translation>Cómo</translation>
        </message>
        <message>
            <source>What we did</source>
            <translation>Qué hicimos</translation>
        </message>
        <message>
            <source>Standards</source>
            <translation>Estándares</translation>
        </message>
        <message>
            <source>What works</source>
            <translation>Lo que funciona</translation>
        </message>
        <message>
            <source>Challenge</source>
            <translation>Dificultad</translation>
        </message>
        <message>
            <source>My step</source>
            <translation>Mi paso</translation>
        </message>
        <message>
            <source>Mentor’s step</source>
            <translation>Paso del mentor</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Para el</translation>
        </message>
        <message>
            <source>Done on</source>
            <translation>Hecho el</translation>
        </message>
        <message>
            <source>My reflection</source>
            <translation>Mi reflexión</translation>
        </message>
        <message>
            <source>What each conversation was about</source>
            <translation>De qué trató cada conversación</translation>
        </message>
        <message>
            <source>One row is one check-in of which this was written down.</source>
            <translation>Cada fila es un encuentro del que se anotó esto.</translation>
        </message>
        <message>
            <source>Focus</source>
            <translation>Tema</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>Evidencia</translation>
        </message>
        <message>
            <source>Confidence, 1 to 5</source>
            <translation>Confianza, de 1 a 5</translation>
        </message>
        <message>
            <source>Next meeting</source>
            <translation>Próximo encuentro</translation>
        </message>
        <message>
            <source>Next focus</source>
            <translation>Próximo tema</translation>
        </message>
        <message>
            <source>Other notes</source>
            <translation>Otras notas</translation>
        </message>
        <message>
            <source>One row is one note that you or your mentor wrote for both.</source>
            <translation>Cada fila es una nota que usted o su mentor escribió para ambos.</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>Parte</translation>
        </message>
        <message>
            <source>Author</source>
            <translation>Autor</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Texto</translation>
        </message>
        <message>
            <source>My record</source>
            <translation>Mi registro</translation>
        </message>
        <message>
            <source>What you and your mentors wrote for one another. It is yours to keep</source>
            <translation>Lo que usted y sus mentores escribieron el uno para el otro. Es suyo</translation>
        </message>
        <message>
            <source>all that this device holds</source>
            <translation>todo lo que tiene este dispositivo</translation>
        </message>
        <message>
            <source>Your private notes are not in it; “cadrectl export” has those, too.</source>
            <translation>Sus notas privadas no están aquí; «cadrectl export» también las tiene.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>name and value</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1, %2 UTC</source>
            <comment>day and time</comment>
            <translation>%1, %2 UTC</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>month and year</comment>
            <translation>%1 de %2</translation>
        </message>
        <message>
            <source>School year %1</source>
            <translation>Año escolar %1</translation>
        </message>
        <message>
            <source>%1 to %2 %3</source>
            <comment>months and year</comment>
            <translation>de %1 a %2 de %3</translation>
        </message>
        <message>
            <source>%1: %2 (n = %3)</source>
            <comment>number of a formula, its words, how many</comment>
            <translation>%1: %2 (n = %3)</translation>
        </message>
        <message>
            <source>%1%</source>
            <comment>percent</comment>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>About</source>
            <translation>Acerca de</translation>
        </message>
        <message>
            <source>Who has signed in Cadre stands here with the day; the others sign on paper.</source>
            <translation>Quien firmó en Cadre consta aquí con la fecha; los demás firman en papel.</translation>
        </message>
        <message>
            <source>A signature is to the minutes that stood there. Where they changed since, it is asked for again.</source>
            <translation>Una firma vale para los minutos que constaban. Donde cambiaron después, se pide de nuevo.</translation>
        </message>
        <message>
            <source>Signed by the mentor</source>
            <translation>Firmada por la persona mentora</translation>
        </message>
        <message>
            <source>Signed by the teacher</source>
            <translation>Firmada por la persona docente</translation>
        </message>
        <message>
            <source>Signed by both</source>
            <translation>Firmada por ambas</translation>
        </message>
        <message>
            <source>Signed by both, and seen</source>
            <translation>Firmada por ambas y vista</translation>
        </message>
        <message>
            <source>Signed before this changed</source>
            <translation>Firmada antes de este cambio</translation>
        </message>
    </context>
    <context>
        <name>Routes</name>
        <message>
            <source>Switch person</source>
            <translation>Cambiar de persona</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Bloquear</translation>
        </message>
        <message>
            <source>Search everything</source>
            <translation>Buscar en todo</translation>
        </message>
    </context>
    <context>
        <name>SaveBar</name>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Siguiente</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Close the search</source>
            <translation>Cerrar la búsqueda</translation>
        </message>
    </context>
    <context>
        <name>SearchHits</name>
        <message>
            <source>Check-ins</source>
            <translation>Encuentros</translation>
        </message>
        <message>
            <source>Goals and needs</source>
            <translation>Metas y necesidades</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Más</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personas</translation>
        </message>
        <message>
            <source>Plans</source>
            <translation>Planes</translation>
        </message>
        <message>
            <source>Schools and offices</source>
            <translation>Escuelas y oficinas</translation>
        </message>
        <message>
            <source>Shared with readers</source>
            <translation>Compartido con lectores</translation>
        </message>
        <message>
            <source>With %1</source>
            <translation>Con %1</translation>
        </message>
    </context>
    <context>
        <name>SearchPage</name>
        <message>
            <source>Fewer words find more, and the beginning of a word is enough. What others wrote comes with the next sync.</source>
            <translation>Con menos palabras se encuentra más, y basta el comienzo de una palabra. Lo que otros escribieron llega con la próxima sincronización.</translation>
        </message>
        <message>
            <source>Find a word</source>
            <translation>Buscar palabras</translation>
        </message>
        <message>
            <source>Name or word</source>
            <translation>Nombre o palabra</translation>
        </message>
        <message>
            <source>Nothing here has these words</source>
            <translation>Nada de aquí tiene estas palabras</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Buscar</translation>
        </message>
        <message>
            <source>Show more</source>
            <translation>Mostrar más</translation>
        </message>
        <message>
            <source>Still reading what came lately; more may follow.</source>
            <translation>Aún se lee lo que llegó hace poco; puede aparecer más.</translation>
        </message>
        <message>
            <source>The search does not work just now</source>
            <translation>La búsqueda no funciona en este momento</translation>
        </message>
        <message>
            <source>Type a name, or how a word of a note or a plan begins.</source>
            <translation>Escriba un nombre o el comienzo de una palabra de una nota o un plan.</translation>
        </message>
    </context>
    <context>
        <name>SetAsideModel</name>
        <message>
            <source>Something newer</source>
            <translation>Algo más nuevo</translation>
        </message>
    </context>
    <context>
        <name>ShareCard</name>
        <message>
            <source>To %1</source>
            <translation>A %1</translation>
        </message>
        <message>
            <source>When you end it, it leaves their devices at their next contact, and closes there by itself after 14 days without one. What was read was read.</source>
            <translation>Cuando lo termina, sale de sus dispositivos en su próximo contacto, y allí se cierra solo tras 14 días sin contacto. Lo leído, leído está.</translation>
        </message>
        <message>
            <source>Allow it</source>
            <translation>Permitirlo</translation>
        </message>
        <message>
            <source>No</source>
            <translation>No</translation>
        </message>
        <message>
            <source>End it now</source>
            <translation>Terminarlo ahora</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>Retirarlo</translation>
        </message>
    </context>
    <context>
        <name>ShareListModel</name>
        <message>
            <source>%1: “%2”</source>
            <translation>%1: «%2»</translation>
        </message>
        <message>
            <source>waits for you</source>
            <translation>le espera a usted</translation>
        </message>
        <message>
            <source>waits for %1</source>
            <translation>espera a %1</translation>
        </message>
        <message>
            <source>shared</source>
            <translation>compartido</translation>
        </message>
        <message>
            <source>over</source>
            <translation>terminado</translation>
        </message>
        <message>
            <source>%1, until %2</source>
            <comment>With later changes, until 30 June</comment>
            <translation>%1, hasta el %2</translation>
        </message>
        <message>
            <source>Proposed by %1</source>
            <translation>Propuesta de %1</translation>
        </message>
    </context>
    <context>
        <name>ShareProposal</name>
        <message>
            <source>Two weeks</source>
            <translation>Dos semanas</translation>
        </message>
        <message>
            <source>Three months</source>
            <translation>Tres meses</translation>
        </message>
        <message>
            <source>End of the school year</source>
            <translation>Fin del año escolar</translation>
        </message>
        <message>
            <source>%1 is asked. Nobody reads it before.</source>
            <translation>Se le pregunta a %1. Antes nadie lo lee.</translation>
        </message>
    </context>
    <context>
        <name>Sharing</name>
        <message>
            <source>%1, %2</source>
            <comment>What works, Tue 12 Nov</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>From a check-in</source>
            <translation>De un encuentro</translation>
        </message>
    </context>
    <context>
        <name>SharingPage</name>
        <message>
            <source>Sharing</source>
            <translation>Compartir</translation>
        </message>
        <message>
            <source>Nothing of a conversation is shown to anybody unless both of you agree. Either of you ends it, without a reason.</source>
            <translation>Nada de una conversación se muestra a nadie si los dos no están de acuerdo. Cualquiera lo termina, sin dar motivo.</translation>
        </message>
        <message>
            <source>Propose</source>
            <translation>Proponer</translation>
        </message>
        <message>
            <source>Nothing is shared</source>
            <translation>No se comparte nada</translation>
        </message>
        <message>
            <source>What you talk about stays between the two of you. To show a part of it to somebody, propose it: the other one is asked first.</source>
            <translation>Lo que hablan queda entre ustedes dos. Para mostrar una parte a alguien, propóngalo: primero se pregunta a la otra persona.</translation>
        </message>
        <message>
            <source>Shown to you</source>
            <translation>Lo que le muestran</translation>
        </message>
        <message>
            <source>The teacher whom it is about sees that you opened it. It leaves this device when the pair ends it.</source>
            <translation>La docente de quien trata ve que usted lo abrió. Sale de este dispositivo cuando la pareja lo termina.</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>What works, Tue 12 Nov · Lena Brandt</comment>
            <translation>%1 · %2</translation>
        </message>
    </context>
    <context>
        <name>Sheet</name>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>Lock</source>
            <translation>Bloquear</translation>
        </message>
        <message>
            <source>Switch</source>
            <comment>to another person</comment>
            <translation>Cambiar</translation>
        </message>
        <message>
            <source>Switch person</source>
            <translation>Cambiar de persona</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
    </context>
    <context>
        <name>ShortcutsSheet</name>
        <message>
            <source>Tab</source>
            <translation>Tab</translation>
        </message>
        <message>
            <source>To the next control; with Shift to the one before</source>
            <translation>Al control siguiente; con Mayús, al anterior</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Espacio</translation>
        </message>
        <message>
            <source>Presses what is framed</source>
            <translation>Pulsa lo que está enmarcado</translation>
        </message>
        <message>
            <source>Ctrl+N</source>
            <translation>Ctrl+N</translation>
        </message>
        <message>
            <source>New check-in</source>
            <translation>Nuevo encuentro</translation>
        </message>
        <message>
            <source>Ctrl+Enter</source>
            <translation>Ctrl+Intro</translation>
        </message>
        <message>
            <source>Saves the check-in</source>
            <translation>Guarda el encuentro</translation>
        </message>
        <message>
            <source>/</source>
            <translation>/</translation>
        </message>
        <message>
            <source>Ctrl+Z</source>
            <translation>Ctrl+Z</translation>
        </message>
        <message>
            <source>Takes back what was just done</source>
            <translation>Deshace lo que se acaba de hacer</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Esc</translation>
        </message>
        <message>
            <source>Back, or closes what lies over the page</source>
            <translation>Atrás, o cierra lo que está sobre la página</translation>
        </message>
        <message>
            <source>Ctrl+L</source>
            <translation>Ctrl+L</translation>
        </message>
        <message>
            <source>Locks, or lets somebody else in</source>
            <translation>Bloquea, o deja entrar a otra persona</translation>
        </message>
        <message>
            <source>Ctrl+,</source>
            <translation>Ctrl+,</translation>
        </message>
        <message>
            <source>How it looks: colours, text size, motion</source>
            <translation>Apariencia: colores, tamaño del texto, movimiento</translation>
        </message>
        <message>
            <source>?</source>
            <translation>?</translation>
        </message>
        <message>
            <source>Shows this list</source>
            <translation>Muestra esta lista</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Teclas</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>a key and what it does</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>Lugares</translation>
        </message>
        <message>
            <source>Ctrl+%1</source>
            <comment>a key</comment>
            <translation>Ctrl+%1</translation>
        </message>
        <message>
            <source>Everywhere</source>
            <translation>En todas partes</translation>
        </message>
        <message>
            <source>Ctrl+K</source>
            <translation>Ctrl+K</translation>
        </message>
        <message>
            <source>Searches everything</source>
            <translation>Busca en todo</translation>
        </message>
        <message>
            <source>Searches the list of milestones, as simply typing does, and elsewhere everything</source>
            <translation>Busca en la lista de hitos, igual que al escribir sin más, y en las demás páginas en todo</translation>
        </message>
    </context>
    <context>
        <name>StatementCard</name>
        <message>
            <source>%1 · %2</source>
            <comment>November 2026 · Lena Brandt</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Kept free for you:
%1</source>
            <translation>Reservado para ustedes:
%1</translation>
        </message>
        <message>
            <source>Other minutes stand here now than those you signed. Sign again if they are right.</source>
            <translation>Ahora constan otros minutos que los que firmó. Firme de nuevo si son correctos.</translation>
        </message>
        <message>
            <source>Sign these minutes</source>
            <translation>Firmar estos minutos</translation>
        </message>
        <message>
            <source>Sign the minutes of %1 with %2</source>
            <translation>Firmar los minutos de %1 con %2</translation>
        </message>
    </context>
    <context>
        <name>StepField</name>
        <message>
            <source>%1: by when</source>
            <comment>whose promise</comment>
            <translation>%1: para cuándo</translation>
        </message>
    </context>
    <context>
        <name>StepListModel</name>
        <message>
            <source>Marked as done</source>
            <translation>Marcado como terminado</translation>
        </message>
        <message>
            <source>Open again</source>
            <translation>Abierto de nuevo</translation>
        </message>
        <message>
            <source>Carried on to the next time</source>
            <translation>Pasa a la próxima vez</translation>
        </message>
    </context>
    <context>
        <name>SyncLine</name>
        <message>
            <source>Opens what is saved here and what the server has</source>
            <translation>Muestra lo que está guardado aquí y lo que tiene el servidor</translation>
        </message>
    </context>
    <context>
        <name>SyncPage</name>
        <message>
            <source>Your work is safe</source>
            <translation>Su trabajo está a salvo</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) will go to the server by themselves</source>
            <translation>
                <numerusform>%n cambio irá al servidor por sí solo</numerusform>
                <numerusform>%n cambios irán al servidor por sí solos</numerusform>
            </translation>
        </message>
        <message>
            <source>The server has everything you wrote</source>
            <translation>El servidor tiene todo lo que usted escribió</translation>
        </message>
        <message>
            <source>Exchanging…</source>
            <translation>Intercambiando…</translation>
        </message>
        <message>
            <source>Exchange now</source>
            <translation>Intercambiar ahora</translation>
        </message>
        <message>
            <source>Saved here</source>
            <translation>Guardado aquí</translation>
        </message>
        <message>
            <source>Everything you wrote is on this device, also without the internet.</source>
            <translation>Todo lo que escribió está en este dispositivo, también sin internet.</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>En espera</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s)</source>
            <translation>
                <numerusform>%n cambio</numerusform>
                <numerusform>%n cambios</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>Nada</translation>
        </message>
        <message>
            <source>They leave by themselves as soon as there is internet.</source>
            <translation>Salen por sí solos en cuanto haya internet.</translation>
        </message>
        <message>
            <source>Whatever you write next waits here until there is internet.</source>
            <translation>Lo que escriba después espera aquí hasta que haya internet.</translation>
        </message>
        <message>
            <source>On the server</source>
            <translation>En el servidor</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) of yours</source>
            <translation>
                <numerusform>%n cambio suyo</numerusform>
                <numerusform>%n cambios suyos</numerusform>
            </translation>
        </message>
        <message>
            <source>The server has confirmed each of them.</source>
            <translation>El servidor confirmó cada uno de ellos.</translation>
        </message>
        <message>
            <source>Needs you</source>
            <translation>Pendiente</translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s)</source>
            <translation>
                <numerusform>%n asunto</numerusform>
                <numerusform>%n asuntos</numerusform>
            </translation>
        </message>
        <message>
            <source>Two changes that met, and what the server set aside. Nothing is lost meanwhile.</source>
            <translation>Dos cambios que se encontraron y lo que el servidor apartó. Mientras tanto no se pierde nada.</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Ver</translation>
        </message>
        <message>
            <source>This device</source>
            <translation>Este dispositivo</translation>
        </message>
        <message>
            <source>Sealed with your passphrase</source>
            <translation>Sellado con su frase de contraseña</translation>
        </message>
        <message>
            <source>Not sealed yet</source>
            <translation>Aún sin sellar</translation>
        </message>
        <message>
            <source>Whoever finds the device can read nothing of it.</source>
            <translation>Quien encuentre el dispositivo no puede leer nada.</translation>
        </message>
        <message>
            <source>Whoever finds the device can read what is on it. A passphrase prevents that.</source>
            <translation>Quien encuentre el dispositivo puede leer lo que contiene. Una frase de contraseña lo impide.</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Cambiar</translation>
        </message>
        <message>
            <source>Seal</source>
            <translation>Sellar</translation>
        </message>
        <message>
            <source>How it looks</source>
            <translation>Apariencia</translation>
        </message>
        <message>
            <source>Colours, text size, motion</source>
            <translation>Colores, tamaño del texto, movimiento</translation>
        </message>
        <message>
            <source>For everybody who uses this device.</source>
            <translation>Para todas las personas que usan este dispositivo.</translation>
        </message>
        <message>
            <source>Yours</source>
            <translation>Lo suyo</translation>
        </message>
        <message>
            <source>Sharing, your record, devices and codes</source>
            <translation>Compartir, su expediente, dispositivos y códigos</translation>
        </message>
        <message>
            <source>Who reads what is about you, what you show, and the devices that are yours.</source>
            <translation>Quién lee lo que trata de usted, qué muestra, y los dispositivos que son suyos.</translation>
        </message>
    </context>
    <context>
        <name>SyncStatus</name>
        <message numerus="yes">
            <source>Needs you: %n</source>
            <translation>
                <numerusform>Pendiente: %n</numerusform>
                <numerusform>Pendientes: %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Saved on this device · the server could not take it yet</source>
            <translation>Guardado en este dispositivo · el servidor aún no pudo recibirlo</translation>
        </message>
        <message>
            <source>Saved on this device · waiting for internet</source>
            <translation>Guardado en este dispositivo · a la espera de internet</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting for internet</source>
            <translation>
                <numerusform>%n a la espera de internet</numerusform>
                <numerusform>%n a la espera de internet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Sending %n</source>
            <translation>
                <numerusform>Enviando %n</numerusform>
                <numerusform>Enviando %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Not on the server yet</source>
            <translation>Aún no está en el servidor</translation>
        </message>
        <message>
            <source>All on the server</source>
            <translation>Todo en el servidor</translation>
        </message>
        <message>
            <source>What others wrote is shown again after the next connection with the server. Nothing is lost, and what you write is saved here.</source>
            <translation>Lo que escribieron los demás se vuelve a mostrar tras la próxima conexión con el servidor. No se pierde nada, y lo que usted escribe se guarda aquí.</translation>
        </message>
        <message>
            <source>The server can’t be reached right now. Everything you write is saved here and leaves by itself.</source>
            <translation>Ahora no se puede llegar al servidor. Todo lo que escribe se guarda aquí y sale por sí solo.</translation>
        </message>
        <message>
            <source>This device and the server have not met yet.</source>
            <translation>Este dispositivo y el servidor aún no se han encontrado.</translation>
        </message>
        <message>
            <source>This device and the server agreed %1.</source>
            <translation>Este dispositivo y el servidor coincidieron %1.</translation>
        </message>
        <message numerus="yes">
            <source>%n record(s)</source>
            <translation>
                <numerusform>%n registro</numerusform>
                <numerusform>%n registros</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TeacherCheckIn</name>
        <message numerus="yes">
            <source>%n min with %1</source>
            <translation>
                <numerusform>%n min con %1</numerusform>
                <numerusform>%n min con %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Confirmed.</source>
            <translation>Confirmado.</translation>
        </message>
        <message>
            <source>Saved. %1 sees it with the next exchange.</source>
            <translation>Guardado. %1 lo ve con el próximo intercambio.</translation>
        </message>
        <message>
            <source>Kept for you and %1.</source>
            <translation>Guardado para usted y %1.</translation>
        </message>
        <message>
            <source>Kept for you alone.</source>
            <translation>Guardado solo para usted.</translation>
        </message>
        <message>
            <source>This month is closed, so what stands here stays. You can still add a dated note that both of you read.</source>
            <translation>Este mes está cerrado, así que lo escrito se queda. Todavía puede añadir una nota con fecha que ambos leen.</translation>
        </message>
        <message>
            <source>It counts no minutes. Below stands why.</source>
            <translation>No cuenta minutos. Abajo está por qué.</translation>
        </message>
        <message>
            <source>Added with today’s date.</source>
            <translation>Añadido con la fecha de hoy.</translation>
        </message>
        <message>
            <source>You gave this in person, on the device of %1. You can change it here.</source>
            <translation>Lo dijo en persona, en el dispositivo de %1. Puede cambiarlo aquí.</translation>
        </message>
    </context>
    <context>
        <name>TeacherPane</name>
        <message>
            <source>This month</source>
            <translation>Este mes</translation>
        </message>
        <message>
            <source>Continue the draft</source>
            <translation>Continuar el borrador</translation>
        </message>
        <message>
            <source>New check-in</source>
            <translation>Nuevo encuentro</translation>
        </message>
        <message>
            <source>Quick log</source>
            <translation>Registro rápido</translation>
        </message>
        <message>
            <source>So far</source>
            <translation>Hasta ahora</translation>
        </message>
        <message>
            <source>Your first check-in will be here</source>
            <translation>Su primer encuentro estará aquí</translation>
        </message>
        <message>
            <source>A quick log takes a minute. A conversation keeps what works, what is hard, and what you will both do next.</source>
            <translation>Un registro rápido toma un minuto. Una conversación guarda lo que funciona, lo que cuesta y lo que ambos harán después.</translation>
        </message>
        <message>
            <source>How confident %1 felt</source>
            <comment>a person’s name</comment>
            <translation>Qué confianza sentía %1</translation>
        </message>
    </context>
    <context>
        <name>TeacherSummary</name>
        <message>
            <source>%1 of 5</source>
            <comment>how confident somebody feels</comment>
            <translation>%1 de 5</translation>
        </message>
        <message numerus="yes">
            <source>Last time %1 of 5; %n answer(s) in all</source>
            <comment>how confident somebody feels</comment>
            <translation>
                <numerusform>La última vez %1 de 5; %n respuesta en total</numerusform>
                <numerusform>La última vez %1 de 5; %n respuestas en total</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TeachersPage</name>
        <message>
            <source>Your teachers</source>
            <translation>Sus docentes</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>borrador</translation>
        </message>
        <message>
            <source>Your teachers will be here</source>
            <translation>Sus docentes estarán aquí</translation>
        </message>
        <message>
            <source>As soon as your district has matched you with a teacher, you can record what you do together.</source>
            <translation>En cuanto su distrito le asigne una docente, podrá registrar lo que hacen juntos.</translation>
        </message>
    </context>
    <context>
        <name>ThirdSection</name>
        <message>
            <source>Somebody from the administration takes part</source>
            <translation>Participa alguien de la dirección</translation>
        </message>
    </context>
    <context>
        <name>ThreeCard</name>
        <message>
            <source>A conversation of three</source>
            <translation>Una conversación a tres</translation>
        </message>
        <message>
            <source>What you write here is shared with %1 from the start, until %2, once %3 has agreed on an own device. Only your private note and how confident %3 feels stay out of it.</source>
            <comment>an administrator, a day, a teacher</comment>
            <translation>Lo que escriba aquí se comparte con %1 desde el principio, hasta el %2, en cuanto %3 lo acepte en su propio dispositivo. Solo quedan fuera su nota privada y la confianza que siente %3.</translation>
        </message>
    </context>
    <context>
        <name>TimePage</name>
        <message>
            <source>Time</source>
            <translation>Tiempo</translation>
        </message>
        <message>
            <source>The minutes of your check-ins, month by month. Both of you sign them.</source>
            <translation>Los minutos de sus registros, mes a mes. Los firman ambas personas.</translation>
        </message>
        <message>
            <source>The principal gets the totals, and only once both of you have signed the same. The days and what you spoke about stay with you: whoever evaluates does not read them.</source>
            <translation>La dirección recibe los totales, y solo cuando ambas personas hayan firmado lo mismo. Los días y lo que hablaron no salen de aquí: quien evalúa no los lee.</translation>
        </message>
        <message>
            <source>No months yet</source>
            <translation>Aún no hay meses</translation>
        </message>
        <message>
            <source>Once you are in a pair, the minutes of its check-ins will be here.</source>
            <translation>Cuando forme parte de una pareja, los minutos de sus registros estarán aquí.</translation>
        </message>
    </context>
    <context>
        <name>ToConfirmCard</name>
        <message>
            <source>%1 on %2. Right?</source>
            <comment>45 min on Tue 12 Nov. Right?</comment>
            <translation>%1 el %2. ¿Correcto?</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Sí</translation>
        </message>
        <message>
            <source>Different time</source>
            <translation>Otro tiempo</translation>
        </message>
        <message>
            <source>Did not happen</source>
            <translation>No tuvo lugar</translation>
        </message>
        <message>
            <source>How long was it?</source>
            <translation>¿Cuánto duró?</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>Minutos</translation>
        </message>
    </context>
    <context>
        <name>TodayModel</name>
        <message>
            <source>NO DAY AGREED YET</source>
            <translation>AÚN SIN DÍA ACORDADO</translation>
        </message>
        <message>
            <source>TODAY</source>
            <translation>HOY</translation>
        </message>
        <message numerus="yes">
            <source>%n open step(s): %1.</source>
            <translation>
                <numerusform>%n paso abierto: %1.</numerusform>
                <numerusform>%n pasos abiertos: %1.</numerusform>
            </translation>
        </message>
        <message>
            <source>You wanted to look at: %1.</source>
            <translation>Quería mirar: %1.</translation>
        </message>
        <message>
            <source>W%1</source>
            <comment>calendar week</comment>
            <translation>S%1</translation>
        </message>
        <message>
            <source>%1 min in %2 weeks, %3 of them outside hours</source>
            <translation>%1 min en %2 semanas, %3 de ellos fuera de horario</translation>
        </message>
        <message>
            <source>%1 min in %2 weeks, all in school hours</source>
            <translation>%1 min en %2 semanas, todos en horario escolar</translation>
        </message>
        <message numerus="yes">
            <source>%n open</source>
            <translation>
                <numerusform>%n abierta</numerusform>
                <numerusform>%n abiertas</numerusform>
            </translation>
        </message>
        <message>
            <source>Your next conversation.</source>
            <translation>Su próxima conversación.</translation>
        </message>
        <message numerus="yes">
            <source>%n meeting(s) in %1, %2 min</source>
            <translation>
                <numerusform>%n encuentro en %1, %2 min</numerusform>
                <numerusform>%n encuentros en %1, %2 min</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message>
            <source>New</source>
            <translation>Nuevo</translation>
        </message>
        <message>
            <source>New check-in</source>
            <translation>Nuevo encuentro</translation>
        </message>
        <message>
            <source>Is this right?</source>
            <translation>¿Es correcto?</translation>
        </message>
        <message>
            <source>Your teachers will be here</source>
            <translation>Sus docentes estarán aquí</translation>
        </message>
        <message>
            <source>As soon as your district has matched you with a teacher, this page shows your time together and what you promised each other.</source>
            <translation>En cuanto su distrito le asigne una docente, esta página muestra su tiempo juntos y lo que se prometieron.</translation>
        </message>
        <message>
            <source>Nothing waits for you today</source>
            <translation>Hoy no le espera nada</translation>
        </message>
        <message>
            <source>What your mentor records will be here for you to confirm, and promises you made each other.</source>
            <translation>Lo que su mentora registre estará aquí para que lo confirme, y las promesas que se hicieron.</translation>
        </message>
        <message>
            <source>With whom?</source>
            <translation>¿Con quién?</translation>
        </message>
        <message>
            <source>Minutes by week</source>
            <translation>Minutos por semana</translation>
        </message>
        <message>
            <source>Mentoring at your school, by month</source>
            <translation>Mentoría en su escuela, por mes</translation>
        </message>
        <message>
            <source>Your teachers</source>
            <translation>Sus docentes</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>borrador</translation>
        </message>
        <message>
            <source>Milestones</source>
            <translation>Hitos</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>atrasados</translation>
        </message>
        <message>
            <source>due soon</source>
            <translation>vencen pronto</translation>
        </message>
        <message>
            <source>at risk</source>
            <translation>en riesgo</translation>
        </message>
        <message>
            <source>on track</source>
            <translation>en curso</translation>
        </message>
        <message>
            <source>Promises</source>
            <translation>Promesas</translation>
        </message>
        <message>
            <source>Show fewer</source>
            <translation>Mostrar menos</translation>
        </message>
        <message>
            <source>Show all %1</source>
            <translation>Mostrar las %1</translation>
        </message>
    </context>
    <context>
        <name>TodayPeople</name>
        <message>
            <source>Your teachers</source>
            <translation>Sus docentes</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>borrador</translation>
        </message>
    </context>
    <context>
        <name>Trend</name>
        <message>
            <source>%1: %2</source>
            <comment>a day and a value</comment>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>UnlockPage</name>
        <message>
            <source>Hello, %1</source>
            <comment>a name</comment>
            <translation>Hola, %1</translation>
        </message>
        <message>
            <source>Cadre is locked</source>
            <translation>Cadre está bloqueado</translation>
        </message>
        <message>
            <source>What is kept on this device is sealed. Your passphrase opens it, also without a network.</source>
            <translation>Lo que se guarda en este dispositivo está sellado. Su frase de contraseña lo abre, también sin red.</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Frase de contraseña</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>Abriendo…</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>Use the passphrase</source>
            <translation>Usar la frase de contraseña</translation>
        </message>
        <message>
            <source>Use the PIN</source>
            <translation>Usar el PIN</translation>
        </message>
        <message>
            <source>This is someone else</source>
            <translation>Soy otra persona</translation>
        </message>
        <message>
            <source>The passphrase stays on this device, and nobody can look it up. However often it is tried, nothing is deleted.</source>
            <translation>La frase de contraseña permanece en este dispositivo, y nadie puede consultarla. Por muchas veces que se pruebe, no se borra nada.</translation>
        </message>
    </context>
    <context>
        <name>WeekMinutesModel</name>
        <message>
            <source>%1: %2 min, and %3 min outside hours</source>
            <translation>%1: %2 min, y %3 min fuera de horario</translation>
        </message>
        <message>
            <source>%1: %2 min</source>
            <translation>%1: %2 min</translation>
        </message>
    </context>
    <context>
        <name>WeeksCard</name>
        <message>
            <source>Minutes by week</source>
            <translation>Minutos por semana</translation>
        </message>
    </context>
    <context>
        <name>WhatSection</name>
        <message>
            <source>Focus</source>
            <translation>Tema</translation>
        </message>
        <message>
            <source>What works</source>
            <translation>Lo que funciona</translation>
        </message>
        <message>
            <source>What you both saw going well</source>
            <translation>Lo que ambos vieron que va bien</translation>
        </message>
        <message>
            <source>Challenge</source>
            <translation>Dificultad</translation>
        </message>
        <message>
            <source>What is hard right now</source>
            <translation>Lo que cuesta ahora</translation>
        </message>
    </context>
    <context>
        <name>WhenSection</name>
        <message>
            <source>How long</source>
            <translation>Cuánto duró</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 min</translation>
        </message>
        <message>
            <source>Stop timer</source>
            <translation>Detener el reloj</translation>
        </message>
        <message>
            <source>Timer</source>
            <translation>Reloj</translation>
        </message>
        <message>
            <source>Other…</source>
            <translation>Otro…</translation>
        </message>
        <message>
            <source>How you met</source>
            <translation>Cómo se reunieron</translation>
        </message>
        <message>
            <source>How long was it?</source>
            <translation>¿Cuánto duró?</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>Minutos</translation>
        </message>
        <message>
            <source>Take this</source>
            <translation>Tomar esto</translation>
        </message>
    </context>
    <context>
        <name>WithSection</name>
        <message>
            <source>Who else was there</source>
            <translation>Quién más estuvo</translation>
        </message>
        <message>
            <source>Each gets a check-in with the whole time. It counts once for you.</source>
            <translation>Cada docente recibe una reunión con todo el tiempo. Para usted cuenta una vez.</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>just now</source>
            <translation>ahora mismo</translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) ago</source>
            <translation>
                <numerusform>hace %n minuto</numerusform>
                <numerusform>hace %n minutos</numerusform>
            </translation>
        </message>
        <message>
            <source>A passphrase has at least 10 characters. A few words do well.</source>
            <translation>Una frase de contraseña tiene al menos 10 caracteres. Unas pocas palabras van bien.</translation>
        </message>
        <message>
            <source>A passphrase has at most 1,000 characters.</source>
            <translation>Una frase de contraseña tiene como mucho 1000 caracteres.</translation>
        </message>
        <message>
            <source>Many people take this one. Choose words that only you would put together.</source>
            <translation>Muchas personas usan esta. Elija palabras que solo usted juntaría.</translation>
        </message>
        <message>
            <source>The two passphrases are not the same yet.</source>
            <translation>Las dos frases de contraseña aún no son iguales.</translation>
        </message>
        <message>
            <source>A PIN has 4 to 8 digits; 6 do well.</source>
            <translation>Un PIN tiene de 4 a 8 cifras; con 6 va bien.</translation>
        </message>
        <message>
            <source>This PIN is easy to guess. Take digits that are not in a row.</source>
            <translation>Este PIN es fácil de adivinar. Elija cifras que no sean seguidas.</translation>
        </message>
        <message>
            <source>The two PINs are not the same yet.</source>
            <translation>Los dos PIN aún no son iguales.</translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s) ago</source>
            <translation>
                <numerusform>hace %n hora</numerusform>
                <numerusform>hace %n horas</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>InvitationStep</name>
        <message>
            <source>Server</source>
            <translation>Servidor</translation>
        </message>
        <message>
            <source>https://academy.example.org</source>
            <translation>https://academy.example.org</translation>
        </message>
        <message>
            <source>Invitation code</source>
            <translation>Código de invitación</translation>
        </message>
        <message>
            <source>Leave it empty if you sign in with your school account.</source>
            <translation>Déjelo vacío si entra con su cuenta escolar.</translation>
        </message>
        <message>
            <source>It is in the message from the person who invited you, and works once.</source>
            <translation>Está en el mensaje de quien le invitó y sirve una sola vez.</translation>
        </message>
    </context>
    <context>
        <name>ReadersStep</name>
        <message>
            <source>A conversation belongs to its pair</source>
            <translation>Una conversación es de las dos personas</translation>
        </message>
        <message>
            <source>What a mentor and a teacher write is read by these two. Sharing a part of it takes both, and never reaches who evaluates.</source>
            <translation>Lo que escriben la persona mentora y la docente lo leen solo ellas. Compartir una parte requiere el acuerdo de ambas, y nunca llega a quien evalúa.</translation>
        </message>
        <message>
            <source>A private note is yours alone</source>
            <translation>Una nota privada es solo suya</translation>
        </message>
        <message>
            <source>No colleague, lead or principal can open it.</source>
            <translation>Ningún colega, responsable ni la dirección puede abrirla.</translation>
        </message>
        <message>
            <source>Leads see minutes, never words</source>
            <translation>Las personas responsables ven minutos, nunca palabras</translation>
        </message>
        <message>
            <source>Schools and districts see totals and plans. Small groups are left out, and Cadre does not rate anybody.</source>
            <translation>Las escuelas y los distritos ven totales y planes. Los grupos pequeños se omiten, y Cadre no califica a nadie.</translation>
        </message>
        <message>
            <source>You see who looked</source>
            <translation>Usted ve quién miró</translation>
        </message>
        <message>
            <source>Teachers find in their record who was sent it and who opened it.</source>
            <translation>Cada docente encuentra en su registro a quién llegó y quién lo abrió.</translation>
        </message>
        <message>
            <source>What the server’s owner could read</source>
            <translation>Lo que podría leer quien tiene el servidor</translation>
        </message>
        <message>
            <source>Whoever runs %1, or holds its backups, could technically read all that is synchronised, private notes too. Ask your academy who that is.</source>
            <translation>Quien administra %1, o tiene sus copias de seguridad, podría técnicamente leer todo lo que se sincroniza, también las notas privadas. Pregunte en su academia quién es.</translation>
        </message>
        <message>
            <source>Whoever runs the server, or holds its backups, could technically read all that is synchronised, private notes too. Ask your academy who that is.</source>
            <translation>Quien administra el servidor, o tiene sus copias de seguridad, podría técnicamente leer todo lo que se sincroniza, también las notas privadas. Pregunte en su academia quién es.</translation>
        </message>
    </context>
    <context>
        <name>DeviceStep</name>
        <message>
            <source>Joining…</source>
            <translation>Entrando…</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>Entrar</translation>
        </message>
        <message>
            <source>Sign in with your school account</source>
            <translation>Entrar con su cuenta escolar</translation>
        </message>
        <message>
            <source>Your browser is open: sign in there with your school account, then come back here.</source>
            <translation>Su navegador está abierto: entre allí con su cuenta escolar y vuelva aquí.</translation>
        </message>
        <message>
            <source>Stop waiting for the browser</source>
            <translation>Dejar de esperar al navegador</translation>
        </message>
    </context>
    <context>
        <name>StepDots</name>
        <message>
            <source>Step %1 of %2</source>
            <translation>Paso %1 de %2</translation>
        </message>
    </context>
    <context>
        <name>Enrollment</name>
        <message>
            <source>No browser could be opened on this device. Nothing was changed; an invitation code works, too.</source>
            <translation>No se pudo abrir un navegador en este dispositivo. No se cambió nada; un código de invitación también sirve.</translation>
        </message>
    </context>
    <context>
        <name>AddendumCard</name>
        <message>
            <source>Add to it</source>
            <translation>Añadir algo</translation>
        </message>
        <message>
            <source>You and %1 read it, with today’s date.</source>
            <translation>Lo leen usted y %1, con la fecha de hoy.</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Añadir</translation>
        </message>
        <message>
            <source>Add your words with today’s date</source>
            <translation>Añadir sus palabras con la fecha de hoy</translation>
        </message>
    </context>
    <context>
        <name>CorrectionCard</name>
        <message>
            <source>Put it right</source>
            <translation>Corregirlo</translation>
        </message>
        <message>
            <source>Day: %1</source>
            <translation>Día: %1</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 min</translation>
        </message>
        <message>
            <source>How long: %1 min</source>
            <translation>Duración: %1 min</translation>
        </message>
        <message>
            <source>How you met</source>
            <translation>Cómo se reunieron</translation>
        </message>
        <message>
            <source>Whose time it was</source>
            <translation>De quién era el tiempo</translation>
        </message>
        <message>
            <source>What you did</source>
            <translation>Qué hicieron</translation>
        </message>
        <message>
            <source>Focus</source>
            <translation>Tema</translation>
        </message>
        <message>
            <source>What works</source>
            <translation>Lo que funciona</translation>
        </message>
        <message>
            <source>Challenge</source>
            <translation>Dificultad</translation>
        </message>
        <message>
            <source>Help needed</source>
            <translation>Ayuda necesaria</translation>
        </message>
        <message>
            <source>What it says now stays readable below, for both of you.</source>
            <translation>Lo que dice ahora se podrá seguir leyendo abajo, para ambos.</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>Leave it as it is</source>
            <translation>Dejarlo como está</translation>
        </message>
        <message>
            <source>Which day was it?</source>
            <translation>¿Qué día fue?</translation>
        </message>
        <message>
            <source>How long was it?</source>
            <translation>¿Cuánto duró?</translation>
        </message>
        <message>
            <source>Day, time and how you met for %1 too</source>
            <comment>names</comment>
            <translation>También el día, el tiempo y la forma para %1</translation>
        </message>
        <message>
            <source>The words are each teacher’s own and stay.</source>
            <translation>Las palabras son de cada docente y se quedan.</translation>
        </message>
    </context>
    <context>
        <name>HeldCheckIn</name>
        <message>
            <source>This month is closed, so what stands here stays. You can still add a dated note that both of you read.</source>
            <translation>Este mes está cerrado, así que lo escrito se queda. Todavía puede añadir una nota con fecha que ambos leen.</translation>
        </message>
        <message>
            <source>Withdrawn: it counts no minutes, and both of you still see it.</source>
            <translation>Retirado: no cuenta minutos, y ambos lo siguen viendo.</translation>
        </message>
        <message>
            <source>%1 has confirmed it. If you correct the minutes, %1 is asked again.</source>
            <translation>%1 lo ha confirmado. Si corrige los minutos, se vuelve a preguntar a %1.</translation>
        </message>
        <message numerus="yes">
            <source>%n min with %1</source>
            <translation>
                <numerusform>%n min con %1</numerusform>
                <numerusform>%n min con %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Hoy</translation>
        </message>
        <message>
            <source>A check-in lasts from one minute to eight hours.</source>
            <translation>Un encuentro dura de un minuto a ocho horas.</translation>
        </message>
        <message>
            <source>Choose the day on which you met.</source>
            <translation>Elija el día en que se reunieron.</translation>
        </message>
        <message>
            <source>Corrected. What it said before stays below.</source>
            <translation>Corregido. Lo que decía antes queda abajo.</translation>
        </message>
        <message>
            <source>Withdrawn. %1 sees it with the next exchange.</source>
            <translation>Retirado. %1 lo verá con el próximo intercambio.</translation>
        </message>
        <message>
            <source>It counts again.</source>
            <translation>Vuelve a contar.</translation>
        </message>
        <message>
            <source>Added with today’s date.</source>
            <translation>Añadido con la fecha de hoy.</translation>
        </message>
        <message>
            <source>%1 felt %2 of 5 confident</source>
            <translation>%1 sentía una confianza de %2 de 5</translation>
        </message>
        <message>
            <source>%1 felt %2 of 5 confident, given in person on the device of %3</source>
            <translation>%1 sentía una confianza de %2 de 5, dicho en persona en el dispositivo de %3</translation>
        </message>
        <message>
            <source>Withdrawn for all of them. Each sees it with the next exchange.</source>
            <translation>Retirada para todos. Cada docente lo ve con el próximo intercambio.</translation>
        </message>
    </context>
    <context>
        <name>HeldCheckInPage</name>
        <message>
            <source>Withdrawn</source>
            <translation>Retirado</translation>
        </message>
        <message>
            <source>Answer: %1</source>
            <translation>Respuesta: %1</translation>
        </message>
        <message>
            <source>%1 has not answered yet</source>
            <translation>%1 no ha respondido todavía</translation>
        </message>
        <message>
            <source>Put it right</source>
            <translation>Corregirlo</translation>
        </message>
        <message>
            <source>Withdraw…</source>
            <translation>Retirar…</translation>
        </message>
        <message>
            <source>Bring it back</source>
            <translation>Recuperarlo</translation>
        </message>
        <message>
            <source>What was written</source>
            <translation>Lo que se escribió</translation>
        </message>
        <message>
            <source>Your first check-in will be here</source>
            <translation>Aquí estará su primer encuentro</translation>
        </message>
        <message>
            <source>You can open it from your teacher’s page, to read it or to put it right.</source>
            <translation>Puede abrirlo en la página de su docente, para leerlo o corregirlo.</translation>
        </message>
        <message>
            <source>%1 had it together with %2. Each sees only what concerns them.</source>
            <comment>a teacher’s name, other names</comment>
            <translation>%1 la tuvo junto con %2. Cada docente ve solo lo que le concierne.</translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message>
            <source>nothing</source>
            <translation>nada</translation>
        </message>
        <message numerus="yes">
            <source>%n min</source>
            <translation>
                <numerusform>%n min</numerusform>
                <numerusform>%n min</numerusform>
            </translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Día</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>Minutos</translation>
        </message>
        <message>
            <source>How you met</source>
            <translation>Cómo se reunieron</translation>
        </message>
        <message>
            <source>Whose time it was</source>
            <translation>De quién era el tiempo</translation>
        </message>
        <message>
            <source>What you did</source>
            <translation>Qué hicieron</translation>
        </message>
        <message>
            <source>Focus</source>
            <translation>Tema</translation>
        </message>
        <message>
            <source>What works</source>
            <translation>Lo que funciona</translation>
        </message>
        <message>
            <source>Challenge</source>
            <translation>Dificultad</translation>
        </message>
        <message>
            <source>Help needed</source>
            <translation>Ayuda necesaria</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>You · Tue 3 Nov, 14:02</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1: %2 before</source>
            <comment>Minutes: 45 min before</comment>
            <translation>%1: antes %2</translation>
        </message>
        <message>
            <source>Added later</source>
            <translation>Añadido después</translation>
        </message>
    </context>
    <context>
        <name>HistoryCard</name>
        <message>
            <source>What it said before</source>
            <translation>Lo que decía antes</translation>
        </message>
    </context>
    <context>
        <name>NotesCard</name>
        <message>
            <source>%1 · %2</source>
            <comment>What works · Lena Brandt</comment>
            <translation>%1 · %2</translation>
        </message>
    </context>
    <context>
        <name>WithdrawSheet</name>
        <message>
            <source>Withdraw this check-in?</source>
            <translation>¿Retirar este encuentro?</translation>
        </message>
        <message>
            <source>It counts no minutes any more. You and %1 still see it, and why. You can bring it back until its month is closed.</source>
            <translation>Ya no contará minutos. Usted y %1 lo seguirán viendo, y por qué. Puede recuperarlo hasta que se cierre su mes.</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Por qué</translation>
        </message>
        <message>
            <source>Such as: recorded twice</source>
            <translation>Por ejemplo: registrado dos veces</translation>
        </message>
        <message>
            <source>You and %1 read it, nobody else.</source>
            <translation>Lo leen usted y %1, nadie más.</translation>
        </message>
        <message>
            <source>Withdraw it</source>
            <translation>Retirarlo</translation>
        </message>
        <message>
            <source>For %1 too</source>
            <comment>names</comment>
            <translation>También para %1</translation>
        </message>
    </context>
</TS>
