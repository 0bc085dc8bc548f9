"""Writes named_references_table.cc: python3 make_named_references.py > …

The names and texts of the HTML standard, as Python's library carries them.
"""

import html.entities


def literal(text):
    return "".join(f"\\x{byte:02X}" for byte in text.encode("utf-8"))


def main():
    print("// make_named_references.py writes this file.")
    print('#include "character_reference.h"\n')
    print("namespace newsmill::html {\n")
    print("// clang-format off")
    print("const std::array<NamedReference, kNamedReferenceCount> "
          "kNamedReferences = {{")
    names = sorted(html.entities.html5)
    for name in names:
        text = literal(html.entities.html5[name])
        print(f'    {{"{name}", "{text}"}},')
    print("}};\n")
    print("const std::array<uint16_t, 129> kNamedReferencesFrom = {")
    for first in range(0, 129, 8):
        counts = [str(sum(ord(name[0]) < letter for name in names))
                  for letter in range(first, min(first + 8, 129))]
        print(f"    {', '.join(counts)},")
    print("};")
    print("// clang-format on\n")
    print("}  // namespace newsmill::html")


if __name__ == "__main__":
    main()
