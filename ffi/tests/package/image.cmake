# An image without startup code: what counts is what the linker takes from
# where. `tokenmint_image(LIBRARIES...)` makes the target `image`.

set(sources "${CMAKE_CURRENT_LIST_DIR}/../../../examples/firmware-c")
set(image_source "${CMAKE_CURRENT_LIST_DIR}/image.c")

function(tokenmint_image)
  add_executable(image "${image_source}" "${sources}/tokens.c")
  target_include_directories(image PRIVATE "${sources}")
  target_compile_options(image PRIVATE -std=c99 -Os -ffunction-sections -fdata-sections)
  target_link_libraries(image PRIVATE ${ARGN})
  target_link_options(image PRIVATE
    -nostartfiles -Wl,--entry=main -Wl,--gc-sections -Wl,-z,noexecstack
    # The linker script of picolibc assumes a chip that is too small.
    -Wl,--defsym=__flash_size=0x100000
    -Wl,--trace-symbol=memcpy -Wl,--trace-symbol=__aeabi_memcpy)
endfunction()
