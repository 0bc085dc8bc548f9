// From the elements of NewsML-G2 and NITF to the fields that they stand for.
#pragma once

#include <string>

#include "feed_entry.h"
#include "wire_names.h"
#include "xml_parser.h"

namespace newsmill::input {

/// A provider, creator, source or subject that has been read.
struct WireParty {
  WireMeaning meaning;
  std::string id;  // its code or URI
  bool is_organisation = false;
  Best<std::string> name;
};

/// The code or URI that NewsML-G2 names a thing by; "" for none.
std::string WireIdOf(const XmlAttributes& attributes);

/// False when the element's text says it.
bool SetFromAttributes(const WireMeaning& meaning,
                       const XmlAttributes& attributes, EntryBuilder& entry);
void SetFromLine(const WireMeaning& meaning, std::string line,
                 EntryBuilder& entry);
void SetFromParty(const WireParty& party, EntryBuilder& entry);

}  // namespace newsmill::input
