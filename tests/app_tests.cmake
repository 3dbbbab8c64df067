# The app's own pages: lint, a load of every page, and Qt Quick Test.
add_dependencies(all_tests cadre)

if(TARGET all_qmllint)
    add_test(NAME qmllint COMMAND ${CMAKE_COMMAND} --build ${CMAKE_BINARY_DIR} --target all_qmllint)
    set_tests_properties(qmllint PROPERTIES FAIL_REGULAR_EXPRESSION "Warning:;Error:" TIMEOUT 300)
endif()

add_test(NAME self_test COMMAND cadre --self-test)
set_tests_properties(self_test PROPERTIES TIMEOUT 300 ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")

add_test(NAME translations COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -DLUPDATE=$<TARGET_FILE:Qt6::lupdate>
    -DCOPY=${CMAKE_CURRENT_BINARY_DIR}/spoken_es.ts -P ${CMAKE_CURRENT_SOURCE_DIR}/translations.cmake)

if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/qml/CMakeLists.txt)
    add_subdirectory(qml)
elseif(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/qml/tst_qml.cpp)
    find_package(Qt6 6.4 REQUIRED COMPONENTS QuickTest)
    file(GLOB tst_qml_sources CONFIGURE_DEPENDS qml/*.cpp qml/*.h)
    add_executable(tst_qml ${tst_qml_sources})
    set_target_properties(tst_qml PROPERTIES AUTOMOC ON)
    # The app's modules are static; their plugins are what src/app links.
    get_target_property(app_libraries cadre LINK_LIBRARIES)
    target_link_libraries(tst_qml PRIVATE cadre_build Qt6::QuickTest Qt6::Test ${app_libraries})
    target_include_directories(tst_qml PRIVATE ${PROJECT_SOURCE_DIR}/src/app)
    add_dependencies(all_tests tst_qml)
    add_test(NAME tst_qml COMMAND tst_qml -input ${CMAKE_CURRENT_SOURCE_DIR}/qml)
    set_tests_properties(tst_qml PROPERTIES TIMEOUT 300 ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")
endif()

if(TARGET qt6keychain)
    add_subdirectory(keychain)
else()
    message(STATUS "keychain_present is left out: Qt6Keychain is not installed")
endif()
