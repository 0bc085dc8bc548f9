// Reads XML with namespaces and limits. The only header that wraps expat.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "newsmill/input/options.h"
#include "newsmill/model/dead_letter.h"

namespace newsmill::input {

/// The name of an element or attribute, with its namespace. The views are valid
/// until the handler's function returns.
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

/// Returns the value of the attribute `local` that has no namespace. Returns ""
/// if the attribute is missing. Ignores the case of the name.
std::string_view AttributeOf(const XmlAttributes& attributes,
                             std::string_view local);
/// Returns the value of the attribute xml:`local`, or nothing if there is none.
/// If the attribute is empty, returns "".
std::optional<std::string_view> XmlAttributeOf(const XmlAttributes& attributes,
                                               std::string_view local);

/// Receives the tags and texts of an XML document, in their order in the
/// document.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  /// Receives a start tag. `attributes` do not contain xmlns declarations.
  virtual void StartElement(const XmlName& name,
                            const XmlAttributes& attributes) = 0;
  virtual void EndElement() = 0;
  virtual void Text(std::string_view text) = 0;
  /// Returns a rejection if the parser must stop. The parser calls it after
  /// each StartElement.
  virtual std::optional<model::Rejection> Refusal() const = 0;
};

/// Passes `document` to `handler`. Returns nothing if the document was read
/// completely, and otherwise a rejection: `malformed` with line and column,
/// `limit`, or the handler's rejection. The rejection is `limit` if the
/// document exceeds max_xml_depth, if its text and attributes exceed
/// max_unpacked_bytes, or if its entities expand to a hundred times their size.
/// `document` must be UTF-8, so the encoding that it declares is ignored. Reads
/// no external entity. Supports XML 1.0 and Namespaces in XML 1.0. If a prefix
/// is not declared, the name has no namespace.
std::optional<model::Rejection> ParseXml(std::string_view document,
                                         const Options& options,
                                         XmlHandler& handler);

}  // namespace newsmill::input
