"""Runs choose.py as PlatformIO does, with the functions that it calls played.

    play.py <folder of the library> <compiler> <flags> [<macro>...]

Prints the archive that it links ("none" without one) and the files of src/
that it compiles.
"""

import os
import sys

root, compiler, flags, *defined = sys.argv[1:]


class Library:
    path = root


class Env:
    libraries = []
    sources = []
    variables = {
        "$CC": compiler,
        "$CFLAGS": "",
        "$CCFLAGS": flags,
        "$_CPPDEFFLAGS": " ".join("-D" + name for name in defined),
    }

    def __getitem__(self, name):
        return {"ENV": {"PATH": os.environ["PATH"]}}[name]

    def subst(self, text):
        return " ".join(self.variables[word] for word in text.split())

    def File(self, path):
        return path

    def Append(self, LIBS):
        self.libraries += LIBS

    def Replace(self, SRC_FILTER):
        self.sources = SRC_FILTER


env = Env()
scope = {"env": env, "pio_lib_builder": Library, "Import": lambda *names: None}
with open(os.path.join(root, "choose.py")) as script:
    exec(compile(script.read(), "choose.py", "exec"), scope)

print(*env.libraries or ["none"])
assert env.sources[0] == "-<*>", env.sources
for source in sorted(env.sources[1:]):
    name = source[2:-1]
    assert source == "+<%s>" % name, source
    assert os.path.isfile(os.path.join(root, "src", name)), name
    print(name)
