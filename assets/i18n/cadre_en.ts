<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AccessListModel</name>
    <message numerus="yes">
        <source>%1 · on %n day(s)</source>
        <translation>
            <numerusform>%1 · on %n day</numerusform>
            <numerusform>%1 · on %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message numerus="yes">
        <source>%n min, says %1</source>
        <translation>
            <numerusform>%n min, says %1</numerusform>
            <numerusform>%n min, says %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckInForm</name>
    <message numerus="yes">
        <source>%n min so far</source>
        <translation>
            <numerusform>%n min so far</numerusform>
            <numerusform>%n min so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckInListModel</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message numerus="yes">
        <source>For the day when no device is left. %n code(s) are left; new ones end them.</source>
        <translation>
            <numerusform>For the day when no device is left. %n code is left; new ones end it.</numerusform>
            <numerusform>For the day when no device is left. %n codes are left; new ones end them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MilestoneListModel</name>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due in %n day(s)</source>
        <translation>
            <numerusform>Due in %n day</numerusform>
            <numerusform>Due in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved %n time(s)</source>
        <translation>
            <numerusform>moved once</numerusform>
            <numerusform>moved %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MonthStatementModel</name>
    <message numerus="yes">
        <source>%n min are promised.</source>
        <translation>
            <numerusform>%n min is promised.</numerusform>
            <numerusform>%n min are promised.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meeting(s)</source>
        <translation>
            <numerusform>%n meeting</numerusform>
            <numerusform>%n meetings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MyCheckInsPage</name>
    <message numerus="yes">
        <source>%n wait(s) for your answer</source>
        <translation>
            <numerusform>%n waits for your answer</numerusform>
            <numerusform>%n wait for your answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewPair</name>
    <message numerus="yes">
        <source>mentors %n teacher(s) now</source>
        <translation>
            <numerusform>mentors %n teacher now</numerusform>
            <numerusform>mentors %n teachers now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pairs</name>
    <message numerus="yes">
        <source>behind · %n school day(s) since the last talk</source>
        <translation>
            <numerusform>behind · %n school day since the last talk</numerusform>
            <numerusform>behind · %n school days since the last talk</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of yours</source>
        <translation>
            <numerusform>%n change of yours</numerusform>
            <numerusform>%n changes of yours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation>
            <numerusform>%n thing</numerusform>
            <numerusform>%n things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) will go to the server by themselves</source>
        <translation>
            <numerusform>%n change will go to the server by themselves</numerusform>
            <numerusform>%n changes will go to the server by themselves</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncStatus</name>
    <message numerus="yes">
        <source>Needs you: %n</source>
        <translation>
            <numerusform>Needs you: %n</numerusform>
            <numerusform>Needs you: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for internet</source>
        <translation>
            <numerusform>%n waiting for internet</numerusform>
            <numerusform>%n waiting for internet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n</source>
        <translation>
            <numerusform>Sending %n</numerusform>
            <numerusform>Sending %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeacherCheckIn</name>
    <message numerus="yes">
        <source>%n min with %1</source>
        <translation>
            <numerusform>%n min with %1</numerusform>
            <numerusform>%n min with %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayModel</name>
    <message numerus="yes">
        <source>%n open step(s): %1.</source>
        <translation>
            <numerusform>%n open step: %1.</numerusform>
            <numerusform>%n open steps: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meeting(s) in %1, %2 min</source>
        <translation>
            <numerusform>%n meeting in %1, %2 min</numerusform>
            <numerusform>%n meetings in %1, %2 min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeacherSummary</name>
    <message numerus="yes">
        <source>Last time %1 of 5; %n answer(s) in all</source>
        <comment>how confident somebody feels</comment>
        <translation>
            <numerusform>Last time %1 of 5; %n answer in all</numerusform>
            <numerusform>Last time %1 of 5; %n answers in all</numerusform>
        </translation>
    </message>
</context>
</TS>
