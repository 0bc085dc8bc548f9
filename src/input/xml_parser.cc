#include "xml_parser.h"

#include <expat.h>

#include <cstdint>
#include <memory>

#include "newsmill/base/check.h"
#include "xml_events.h"

namespace newsmill::input {
namespace {

using model::Reason;
using model::Rejection;

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<XML_ParserStruct, FreeParser>;

void OnStart(void* events, const char* name, const char** attributes) {
  static_cast<XmlEvents*>(events)->Start(name, attributes);
}
void OnEnd(void* events, const char* /*name*/) {
  static_cast<XmlEvents*>(events)->End();
}
void OnText(void* events, const char* text, int size) {
  static_cast<XmlEvents*>(events)->Text({text, static_cast<size_t>(size)});
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

std::optional<Rejection> ParseXml(std::string_view document,
                                  const Options& options, XmlHandler& handler) {
  const Parser parser = MakeParser();
  XmlEvents events(options, handler,
                   [&] { XML_StopParser(parser.get(), XML_FALSE); });
  XML_SetUserData(parser.get(), &events);
  // The document is parsed in pieces, because expat takes the length of a piece
  // as an int.
  constexpr size_t kPiece = size_t{64} << 20;
  do {
    const std::string_view piece = document.substr(0, kPiece);
    document.remove_prefix(piece.size());
    const auto status =
        XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()),
                  document.empty() ? 1 : 0);
    if (status == XML_STATUS_OK) continue;
    if (auto refusal = events.TakeRefusal()) return refusal;
    return RefusalOf(parser.get());
  } while (!document.empty());
  return std::nullopt;
}

}  // namespace newsmill::input
