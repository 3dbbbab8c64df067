# The real programs, as processes on this machine. The tests find them below CADRE_BIN.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_dependencies(all_tests cadred cadrectl)

file(GLOB e2e_tests CONFIGURE_DEPENDS e2e/test_*.py)
foreach(source IN LISTS e2e_tests)
    get_filename_component(name ${source} NAME_WE)
    string(REGEX REPLACE "^test_|_test$" "" name ${name})
    add_test(NAME e2e_${name} COMMAND ${Python3_EXECUTABLE} ${source})
    set_tests_properties(e2e_${name} PROPERTIES TIMEOUT 900 LABELS process
        ENVIRONMENT "CADRE_BIN=${CMAKE_BINARY_DIR};PYTHONDONTWRITEBYTECODE=1;QT_QPA_PLATFORM=offscreen")
endforeach()

# Looks at pages with axe-core.
set_tests_properties(e2e_reports PROPERTIES RESOURCE_LOCK node_modules)

find_program(NODE node)
find_program(NPM npm)
if(NODE AND NPM)
    foreach(name connect sign_in)
        add_test(NAME ${name} COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/node/run ${CMAKE_BINARY_DIR} ${name})
        # Both write what the protos generate into one folder.
        set_tests_properties(${name} PROPERTIES TIMEOUT 300 LABELS process SKIP_RETURN_CODE 77
            RESOURCE_LOCK node_modules ENVIRONMENT "CADRE_BIN=${CMAKE_BINARY_DIR}")
    endforeach()
else()
    message(STATUS "connect and sign_in are left out: node and npm are not installed")
endif()
