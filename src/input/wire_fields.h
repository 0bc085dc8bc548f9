// Sets the fields of an item from elements of NewsML-G2 and NITF.
#pragma once

#include <string>

#include "feed_entry.h"
#include "wire_names.h"
#include "xml_parser.h"

namespace newsmill::input {

/// A provider, creator, source or subject whose end tag has been read.
struct WireParty {
  WireMeaning meaning;
  std::string id;  // code or URI of the party
  bool is_organisation = false;
  Best<std::string> name;
};

/// Returns the code or URI in the attributes of a NewsML-G2 element, or "" if
/// there is none.
std::string WireIdOf(const XmlAttributes& attributes);

/// Takes a value from the attributes of an element and sets a field of `entry`
/// to this value. `meaning` determines the field. Returns false if the value of
/// this field is the text of the element.
bool SetFromAttributes(const WireMeaning& meaning,
                       const XmlAttributes& attributes, EntryBuilder& entry);
/// Sets a field of `entry` to `line`, the text of an element. `meaning`
/// determines the field. `language` is the language of the text.
void SetFromLine(const WireMeaning& meaning, std::string line,
                 std::string language, EntryBuilder& entry);
void SetFromParty(const WireParty& party, EntryBuilder& entry);

}  // namespace newsmill::input
