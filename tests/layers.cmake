# Keeps the arrows of ARCHITECTURE.md:  cmake -DROOT=… -P tests/layers.cmake
# Every rule reads source text alone, so it needs no build.

# Fails for every line of the files below FOLDERS that matches PATTERN, unless the file is one of EXCEPT (a regex).
function(forbid why)
    cmake_parse_arguments(arg "" "PATTERN;EXCEPT" "FOLDERS;NAMES" ${ARGN})
    if(NOT arg_NAMES)
        set(arg_NAMES *.h *.cpp)
    endif()
    foreach(folder IN LISTS arg_FOLDERS)
        foreach(name IN LISTS arg_NAMES)
            file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/${folder}/${name})
            foreach(file IN LISTS files)
                if(arg_EXCEPT AND file MATCHES "${arg_EXCEPT}")
                    continue()
                endif()
                file(STRINGS ${ROOT}/${file} lines REGEX "${arg_PATTERN}")
                foreach(line IN LISTS lines)
                    string(STRIP "${line}" line)
                    message(SEND_ERROR "${file}: ${why}\n    ${line}")
                endforeach()
            endforeach()
        endforeach()
    endforeach()
endfunction()

# folder : the project's own folders that it may include, beside itself. Nothing else of ours.
set(arrows
    "sync/record:"
    "sync/blind:sync/record"
    "sync/merge:sync/record"
    "sync/store:sync/merge|sync/record"
    "sync/engine:sync/store|sync/merge|sync/record"
    "sync/transport:sync/engine|sync/store|sync/merge|sync/record"
    "sync/host:sync/store|sync/merge|sync/record"
    "sync/server:src/domain|sync/blind|sync/host|sync/engine|sync/store|sync/merge|sync/record"
    "sync/hub:sync/server|sync/engine|sync/store|sync/merge|sync/record"
    "src/domain:sync/record"
    "src/roster:src/domain|sync/record"
    "src/exchange:src/domain|sync/record"
    "src/reports:src/domain|sync/engine|sync/store|sync/merge|sync/record"
    "src/models:src/domain|src/exchange|sync/transport|sync/engine|sync/store|sync/merge|sync/record"
)
foreach(arrow IN LISTS arrows)
    string(REGEX MATCH "^([^:]+):(.*)$" _ "${arrow}")
    set(layer ${CMAKE_MATCH_1})
    set(allowed "${layer}")
    if(CMAKE_MATCH_2)
        string(APPEND allowed "|${CMAKE_MATCH_2}")
    endif()
    file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/${layer}/*.h ${ROOT}/${layer}/*.cpp)
    foreach(file IN LISTS files)
        # A folder's main.cpp only wires, like src/app.
        if(file MATCHES "/main\\.cpp$")
            continue()
        endif()
        file(STRINGS ${ROOT}/${file} includes REGEX "^ *#include \"(sync|src|qml|platforms|tests)/")
        foreach(include IN LISTS includes)
            if(NOT include MATCHES "#include \"(${allowed})/")
                message(SEND_ERROR "${file}: ${layer} may not reach this layer\n    ${include}")
            endif()
        endforeach()
    endforeach()
endforeach()

forbid("sync/, src/domain and src/roster know no Qt, but for the Qt transport"
    FOLDERS sync src/domain src/roster EXCEPT "^sync/transport/(qt_|sync_driver)"
    PATTERN "^ *#include <(Q[A-Z]|Qt[A-Z])")
forbid("a platform is asked only in platforms/ and src/app/main.cpp"
    FOLDERS src sync tests/unit EXCEPT "^src/app/main\\.cpp$" PATTERN "Q_OS_")
forbid("width decides, never the platform" FOLDERS qml NAMES *.qml PATTERN "Qt\\.platform")
forbid("colours live in qml/Ui" FOLDERS qml NAMES *.qml EXCEPT "^qml/Ui/"
    PATTERN "\"#([0-9a-fA-F][0-9a-fA-F][0-9a-fA-F]|[0-9a-fA-F][0-9a-fA-F][0-9a-fA-F][0-9a-fA-F][0-9a-fA-F][0-9a-fA-F]([0-9a-fA-F][0-9a-fA-F])?)\"")
forbid("colours live in qml/Ui" FOLDERS src NAMES *.cpp *.h PATTERN "QColor *[({] *(\"|0x|[0-9])")
forbid("dependencies are handed in as required properties" FOLDERS src PATTERN "setContextProperty")
forbid("nothing reaches out for an instance" FOLDERS src sync PATTERN "[^n]::instance\\(\\)" EXCEPT "^src/app/main\\.cpp$")
forbid("qml/Ui knows no model and no feature" FOLDERS qml/Ui NAMES *.qml PATTERN "^ *import Cadre\\.[A-TV-Z]")
forbid("a feature doesn't know the shell" FOLDERS qml NAMES *.qml EXCEPT "^qml/App/" PATTERN "^ *import Cadre\\.App")
forbid("a page takes no module apart from C++" FOLDERS qml NAMES *.qml PATTERN "^ *import +\"|XMLHttpRequest|LocalStorage")

# Every file says its licence and fits its size.
file(GLOB_RECURSE sources RELATIVE ${ROOT} ${ROOT}/src/*.h ${ROOT}/src/*.cpp ${ROOT}/sync/*.h ${ROOT}/sync/*.cpp
    ${ROOT}/tests/*.h ${ROOT}/tests/*.cpp ${ROOT}/platforms/*.h ${ROOT}/platforms/*.cpp)
foreach(file IN LISTS sources)
    file(READ ${ROOT}/${file} text)
    if(NOT text MATCHES "^// SPDX-License-Identifier: Apache-2.0\n")
        message(SEND_ERROR "${file}: its first line should be // SPDX-License-Identifier: Apache-2.0")
    endif()
    string(REGEX MATCHALL "\n" newlines "${text}")
    list(LENGTH newlines length)
    if(length GREATER 400)
        message(SEND_ERROR "${file}: ${length} lines; split it, 400 is the limit")
    endif()
endforeach()
