<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>AcademyWorker</name>
        <message>
            <source>The records on this device could not be opened.</source>
            <translation>No se pudieron abrir los registros de este dispositivo.</translation>
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
        <name>ClosedPage</name>
        <message>
            <source>Cadre could not open its records</source>
            <translation>Cadre no pudo abrir sus registros</translation>
        </message>
        <message>
            <source>Nothing was changed. What the server has confirmed is also there.</source>
            <translation>No se cambió nada. Lo que el servidor confirmó también está allí.</translation>
        </message>
        <message>
            <source>Close Cadre</source>
            <translation>Cerrar Cadre</translation>
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
            <source>It is in the message from the person who invited you, and works once.</source>
            <translation>Está en el mensaje de quien le invitó y sirve una sola vez.</translation>
        </message>
        <message>
            <source>Joining…</source>
            <translation>Entrando…</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>Entrar</translation>
        </message>
        <message>
            <source>What you write stays on this device until it reaches the server. Conversations are seen by the pair only; principals see totals of minutes, never words. Cadre does not rate anybody.</source>
            <translation>Lo que escribe queda en este dispositivo hasta que llega al servidor. Las conversaciones solo las ve la pareja; la dirección ve totales de minutos, nunca palabras. Cadre no califica a nadie.</translation>
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
        <name>Main</name>
        <message>
            <source>Cadre</source>
            <translation>Cadre</translation>
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
            <translation>Le necesita</translation>
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
        <message>
            <source>How confident %1 feels, if they like to say</source>
            <comment>a person’s name</comment>
            <translation>Cuánta confianza siente %1, si quiere decirlo</translation>
        </message>
        <message>
            <source>%1 of 5</source>
            <comment>how confident somebody feels</comment>
            <translation>%1 de 5</translation>
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
            <translation>Le necesita</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Sincronizar</translation>
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
        <name>RadioCard</name>
        <message>
            <source>“%1”</source>
            <comment>what somebody said, in quotation marks</comment>
            <translation>“%1”</translation>
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
        <name>SetAsideModel</name>
        <message>
            <source>Something newer</source>
            <translation>Algo más nuevo</translation>
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
        <name>StepField</name>
        <message>
            <source>%1: by when</source>
            <comment>whose promise</comment>
            <translation>%1: para cuándo</translation>
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
            <translation>Le necesita</translation>
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
    </context>
    <context>
        <name>SyncStatus</name>
        <message numerus="yes">
            <source>Needs you: %n</source>
            <translation>
                <numerusform>Le necesita: %n</numerusform>
                <numerusform>Le necesitan: %n</numerusform>
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
            <source>Minutes</source>
            <translation>Minutos</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
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
            <source>Your teachers</source>
            <translation>Sus docentes</translation>
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
    </context>
</TS>
