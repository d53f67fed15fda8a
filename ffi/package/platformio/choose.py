"""Chooses the archive in lib/ by what the C compiler compiles for, as
tokenmint-archive.cmake does; where none fits, the C file in src/ is compiled.
With TOKENMINT_PSA among the macros of the project tokenmint_psa.c is compiled,
too."""

import os
import shlex
import subprocess

Import("env", "pio_lib_builder")


def macros():
    """What the compiler defines with the flags of the board and the project."""
    command = shlex.split(env.subst("$CC $CFLAGS $CCFLAGS $_CPPDEFFLAGS"))
    printed = subprocess.run(
        command + ["-dM", "-E", "-x", "c", os.devnull],
        env={**os.environ, **{k: str(v) for k, v in env["ENV"].items()}},
        check=True,
        stdout=subprocess.PIPE,
        universal_newlines=True,
    ).stdout
    return {line.split()[1] for line in printed.splitlines() if line.startswith("#define ")}


def target(has):
    """The name of the archive, or None."""
    if "__ARM_BIG_ENDIAN" in has:
        return None
    hard = "hf" if "__ARM_PCS_VFP" in has else ""
    if "__ARM_ARCH_7EM__" in has:
        return "thumbv7em-none-eabi" + hard
    if has & {"__ARM_ARCH_8M_MAIN__", "__ARM_ARCH_8_1M_MAIN__"}:
        return "thumbv8m.main-none-eabi" + hard
    if has & {"__ARM_ARCH_6M__", "__ARM_ARCH_7M__", "__ARM_ARCH_8M_BASE__"}:
        return "thumbv6m-none-eabi"
    if has >= {"__riscv", "__riscv_mul", "__riscv_compressed"} and "__LP64__" not in has:
        atomics = "__riscv_atomic" in has
        if "__riscv_float_abi_soft" in has:
            return "riscv32imac-unknown-none-elf" if atomics else "riscv32imc-unknown-none-elf"
        if "__riscv_float_abi_single" in has and atomics:
            return "riscv32imafc-unknown-none-elf"
    return None


root = pio_lib_builder.path
defined = macros()
name = target(defined)
archive = name and os.path.join(root, "lib", name, "libtokenmint.a")
sources = ["tokenmint_psa.c"] if "TOKENMINT_PSA" in defined else []
if archive and os.path.isfile(archive):
    env.Append(LIBS=[env.File(archive)])
elif os.path.isfile(os.path.join(root, "src", "tokenmint_portable.c")):
    sources.append("tokenmint_portable.c")
else:
    raise SystemExit(
        "tokenmint: no archive for this board, and no C file in src/. "
        "`cargo xtask archive` makes an archive, `cargo xtask portable` the file."
    )
env.Replace(SRC_FILTER=["-<*>"] + ["+<%s>" % source for source in sources])
