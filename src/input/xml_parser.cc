#include "xml_parser.h"

#include <expat.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <unordered_map>

#include "newsmill/base/ascii.h"
#include "newsmill/base/check.h"
#include "newsmill/base/utf8.h"
#include "xml_repair.h"

namespace newsmill::input {
namespace {

using model::Reason;
using model::Rejection;

constexpr std::string_view kXmlSpace = "http://www.w3.org/XML/1998/namespace";

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<XML_ParserStruct, FreeParser>;

/// Finds the namespace of a prefix at the current position of the document. The
/// search must be fast, because a document may declare thousands of prefixes.
class Bindings {
 public:
  void Bind(std::string_view prefix, std::string_view uri, int32_t depth) {
    std::string key(prefix);
    by_prefix_[key].emplace_back(uri);
    bound_.push_back({std::move(key), depth});
  }
  /// Forgets the declarations in the element at `depth`, which has ended.
  void Leave(int32_t depth) {
    while (!bound_.empty() && bound_.back().depth == depth) {
      by_prefix_[bound_.back().prefix].pop_back();
      bound_.pop_back();
    }
  }
  std::string_view Find(std::string_view prefix) const {
    const auto found = by_prefix_.find(std::string(prefix));
    if (found == by_prefix_.end() || found->second.empty()) return "";
    return found->second.back();
  }

 private:
  struct Bound {
    std::string prefix;
    int32_t depth;
  };
  std::unordered_map<std::string, std::vector<std::string>> by_prefix_;
  std::vector<Bound> bound_;
};

class Events {
 public:
  Events(XML_Parser parser, const Options& options, XmlHandler& handler)
      : parser_(parser), options_(options), handler_(handler) {}

  void Start(const char* name, const char** attributes) {
    if (refusal_) return;
    ++depth_;
    Bind(attributes);
    attributes_.clear();
    for (const char** a = attributes; *a != nullptr; a += 2) {
      const std::string_view key = a[0];
      if (key == "xmlns" || key.starts_with("xmlns:")) continue;
      attributes_.push_back({AttributeName(key), a[1]});
      Count(attributes_.back().value.size());
    }
    if (depth_ > options_.max_xml_depth) {
      Stop({Reason::kLimit,
            "elements are nested deeper than " +
                std::to_string(options_.max_xml_depth) +
                " (input.max_xml_depth)",
            ""});
    }
    if (refusal_) return;
    handler_.StartElement(ElementName(name), attributes_);
    if (auto refusal = handler_.Refusal()) Stop(*std::move(refusal));
  }

  void End() {
    if (refusal_) return;
    handler_.EndElement();
    bindings_.Leave(depth_);
    --depth_;
  }

  void Text(std::string_view text) {
    Count(text.size());
    if (!refusal_) handler_.Text(text);
  }

  std::optional<Rejection> TakeRefusal() { return std::move(refusal_); }

 private:
  void Count(size_t bytes) {
    text_bytes_ += static_cast<int64_t>(bytes);
    if (text_bytes_ <= options_.max_unpacked_bytes || refusal_) return;
    Stop({Reason::kLimit,
          "entities expand to more than " +
              std::to_string(options_.max_unpacked_bytes) +
              " bytes (input.max_unpacked_bytes)",
          ""});
  }

  void Bind(const char** attributes) {
    for (const char** a = attributes; *a != nullptr; a += 2) {
      const std::string_view key = a[0];
      if (key == "xmlns") {
        bindings_.Bind("", a[1], depth_);
      } else if (key.starts_with("xmlns:")) {
        bindings_.Bind(key.substr(6), a[1], depth_);
      }
    }
  }

  std::string_view SpaceOf(std::string_view prefix) const {
    return prefix == "xml" ? kXmlSpace : bindings_.Find(prefix);
  }

  XmlName ElementName(std::string_view name) const {
    const size_t colon = name.find(':');
    if (colon == name.npos) return {SpaceOf(""), "", name};
    const std::string_view prefix = name.substr(0, colon);
    return {SpaceOf(prefix), prefix, name.substr(colon + 1)};
  }
  XmlName AttributeName(std::string_view name) const {
    // The default namespace does not apply to an attribute without a prefix.
    return name.find(':') == name.npos ? XmlName{"", "", name}
                                       : ElementName(name);
  }

  void Stop(Rejection refusal) {
    refusal_ = std::move(refusal);
    XML_StopParser(parser_, XML_FALSE);
  }

  XML_Parser parser_;
  const Options& options_;
  XmlHandler& handler_;
  int32_t depth_ = 0;
  int64_t text_bytes_ = 0;
  Bindings bindings_;
  XmlAttributes attributes_;
  std::optional<Rejection> refusal_;
};

void OnStart(void* events, const char* name, const char** attributes) {
  static_cast<Events*>(events)->Start(name, attributes);
}
void OnEnd(void* events, const char* /*name*/) {
  static_cast<Events*>(events)->End();
}
void OnText(void* events, const char* text, int size) {
  static_cast<Events*>(events)->Text({text, static_cast<size_t>(size)});
}

/// Makes a parser. By default, expat stops if entities expand to more than a
/// hundred times their size and more than 8 MiB. newsmill's options limit
/// everything else.
Parser MakeParser() {
  Parser parser(XML_ParserCreate("UTF-8"));
  NEWSMILL_CHECK(parser != nullptr);
  XML_SetParamEntityParsing(parser.get(), XML_PARAM_ENTITY_PARSING_NEVER);
  XML_SetElementHandler(parser.get(), OnStart, OnEnd);
  XML_SetCharacterDataHandler(parser.get(), OnText);
  return parser;
}

// expat 2.9 has other names for its counter types, and warns about the old
// names.
#if XML_MAJOR_VERSION > 2 || XML_MINOR_VERSION >= 9
uint64_t LineOf(XML_Parser parser) {
  return XML_GetCurrentLineNumber64(parser);
}
uint64_t ColumnOf(XML_Parser parser) {
  return XML_GetCurrentColumnNumber64(parser);
}
#else
uint64_t LineOf(XML_Parser parser) { return XML_GetCurrentLineNumber(parser); }
uint64_t ColumnOf(XML_Parser parser) {
  return XML_GetCurrentColumnNumber(parser);
}
#endif

Rejection RefusalOf(XML_Parser parser) {
  const XML_Error code = XML_GetErrorCode(parser);
  const bool expands = code == XML_ERROR_AMPLIFICATION_LIMIT_BREACH;
  return {expands ? Reason::kLimit : Reason::kMalformed,
          "XML, line " + std::to_string(LineOf(parser)) + ", column " +
              std::to_string(ColumnOf(parser)) + ": " + XML_ErrorString(code),
          ""};
}

}  // namespace

std::string_view AttributeOf(const XmlAttributes& attributes,
                             std::string_view local) {
  for (const XmlAttribute& attribute : attributes) {
    if (attribute.name.prefix.empty() &&
        EqualsIgnoringCase(attribute.name.local, local)) {
      return attribute.value;
    }
  }
  return "";
}

std::optional<std::string_view> XmlAttributeOf(const XmlAttributes& attributes,
                                               std::string_view local) {
  for (const XmlAttribute& attribute : attributes) {
    if (attribute.name.space == kXmlSpace && attribute.name.local == local) {
      return attribute.value;
    }
  }
  return std::nullopt;
}

std::optional<Rejection> ParseXml(std::string document, const Options& options,
                                  XmlHandler& handler) {
  const std::string repaired = RepairedXml(std::move(document));
  std::string_view text = repaired;
  const Parser parser = MakeParser();
  Events events(parser.get(), options, handler);
  XML_SetUserData(parser.get(), &events);
  // The document is parsed in pieces, because expat takes the length of a piece
  // as an int.
  constexpr size_t kPiece = size_t{64} << 20;
  do {
    const std::string_view piece = text.substr(0, kPiece);
    text.remove_prefix(piece.size());
    const auto status =
        XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()),
                  text.empty() ? 1 : 0);
    if (status == XML_STATUS_OK) continue;
    if (auto refusal = events.TakeRefusal()) return refusal;
    return RefusalOf(parser.get());
  } while (!text.empty());
  return std::nullopt;
}

}  // namespace newsmill::input
