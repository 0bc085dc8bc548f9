// Expat with namespaces and limits: the one place that includes it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "newsmill/input/options.h"
#include "newsmill/model/dead_letter.h"

namespace newsmill::input {

/// A name as it was resolved. Views live until the handler returns.
struct XmlName {
  std::string_view space;  // the namespace's URI as bound, "" for none
  std::string_view prefix;
  std::string_view local;
};

struct XmlAttribute {
  XmlName name;
  std::string_view value;
};
using XmlAttributes = std::vector<XmlAttribute>;

/// The value of the attribute of that name in lower case and no namespace, or
/// "".
std::string_view AttributeOf(const XmlAttributes& attributes,
                             std::string_view local);
/// xml:base, xml:lang: nothing where there is none, which is not the same as an
/// empty one.
std::optional<std::string_view> XmlAttributeOf(const XmlAttributes& attributes,
                                               std::string_view local);

/// Takes the events in document order. May ask to stop with a reason.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  /// The attributes do not hold xmlns declarations.
  virtual void StartElement(const XmlName& name,
                            const XmlAttributes& attributes) = 0;
  virtual void EndElement() = 0;
  virtual void Text(std::string_view text) = 0;
  /// Asked after each start: what ends the reading, if anything.
  virtual std::optional<model::Rejection> Refusal() const = 0;
};

/// `document` is mended first (xml_mending.h). It is UTF-8 whatever it declares
/// (XML 1.0; Namespaces in XML 1.0, with unbound prefixes let through without a
/// namespace). Nothing external is ever read. What is wrong: `malformed` with
/// line and column; `limit` for a breach of max_xml_depth, of
/// max_unpacked_bytes by text and attributes with their entities, and for
/// entities that expand to a hundred times their text; or the handler's own.
std::optional<model::Rejection> ParseXml(std::string document,
                                         const Options& options,
                                         XmlHandler& handler);

}  // namespace newsmill::input
