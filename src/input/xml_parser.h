// Reads XML with namespaces and limits. The only header around expat.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "newsmill/input/options.h"
#include "newsmill/model/dead_letter.h"

namespace newsmill::input {

/// A resolved name. The views are valid until the handler returns.
struct XmlName {
  std::string_view space;  // the URI of the namespace, "" for none
  std::string_view prefix;
  std::string_view local;
};

struct XmlAttribute {
  XmlName name;
  std::string_view value;
};
using XmlAttributes = std::vector<XmlAttribute>;

/// Returns the value of the attribute without a namespace whose name in lower
/// case is `local`; "" if there is none.
std::string_view AttributeOf(const XmlAttributes& attributes,
                             std::string_view local);
/// Returns the value of the attribute xml:`local`; nothing if there is none,
/// which differs from an empty one.
std::optional<std::string_view> XmlAttributeOf(const XmlAttributes& attributes,
                                               std::string_view local);

/// Receives the events in document order.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  /// `attributes` are without xmlns declarations.
  virtual void StartElement(const XmlName& name,
                            const XmlAttributes& attributes) = 0;
  virtual void EndElement() = 0;
  virtual void Text(std::string_view text) = 0;
  /// Called after each StartElement. A rejection ends the parsing.
  virtual std::optional<model::Rejection> Refusal() const = 0;
};

/// Passes `document` to `handler`. Returns nothing if it was read completely,
/// else why not: `malformed` with line and column; `limit` if it exceeds
/// max_xml_depth, if its text and attributes exceed max_unpacked_bytes, or if
/// entities expand to a hundred times their text; or the handler's rejection.
/// Repairs the document first (xml_repair.h), ignores the encoding that it
/// declares (it is UTF-8), and reads no external entity. XML 1.0 and Namespaces
/// in XML 1.0; an unbound prefix gives a name without a namespace.
std::optional<model::Rejection> ParseXml(std::string document,
                                         const Options& options,
                                         XmlHandler& handler);

}  // namespace newsmill::input
