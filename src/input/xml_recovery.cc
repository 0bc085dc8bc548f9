#include "xml_recovery.h"

#include <libxml/parser.h>

#include <memory>

#include "newsmill/base/check.h"
#include "xml_events.h"

namespace newsmill::input {
namespace {

struct FreeContext {
  void operator()(xmlParserCtxtPtr context) const {
    xmlFreeParserCtxt(context);
  }
};
using Context = std::unique_ptr<xmlParserCtxt, FreeContext>;

void OnStart(void* events, const xmlChar* name, const xmlChar** attributes) {
  static const char* const kNone = nullptr;
  static_cast<XmlEvents*>(events)->Start(
      reinterpret_cast<const char*>(name),
      attributes == nullptr ? &kNone
                            : reinterpret_cast<const char**>(attributes));
}
void OnEnd(void* events, const xmlChar* /*name*/) {
  static_cast<XmlEvents*>(events)->End();
}
void OnText(void* events, const xmlChar* text, int size) {
  static_cast<XmlEvents*>(events)->Text(
      {reinterpret_cast<const char*>(text), static_cast<size_t>(size)});
}

/// Returns the callbacks. Names come with their prefixes, as expat reports
/// them, because `initialized` is not XML_SAX2_MAGIC. There is no callback for
/// entities and errors, so libxml2 expands no entity and prints no error.
xmlSAXHandler Callbacks() {
  xmlSAXHandler callbacks{};
  callbacks.startElement = OnStart;
  callbacks.endElement = OnEnd;
  callbacks.characters = OnText;
  callbacks.ignorableWhitespace = OnText;
  callbacks.cdataBlock = OnText;
  callbacks.initialized = 1;
  return callbacks;
}

Context MakeContext(XmlEvents& events) {
  // libxml2 must be initialized before several threads use it.
  static const bool kInitialized = (xmlInitParser(), true);
  xmlSAXHandler callbacks = Callbacks();
  Context context(
      xmlCreatePushParserCtxt(&callbacks, &events, nullptr, 0, nullptr));
  NEWSMILL_CHECK(kInitialized && context != nullptr);
  xmlCtxtUseOptions(context.get(), XML_PARSE_RECOVER | XML_PARSE_NONET |
                                       XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                       XML_PARSE_IGNORE_ENC);
  return context;
}

}  // namespace

std::optional<model::Rejection> RecoverXml(std::string_view document,
                                           const Options& options,
                                           XmlHandler& handler) {
  xmlParserCtxtPtr parser = nullptr;
  XmlEvents events(options, handler, [&] { xmlStopParser(parser); });
  const Context context = MakeContext(events);
  parser = context.get();
  // libxml2 refuses a large document in one piece.
  constexpr size_t kPiece = size_t{256} << 10;
  while (!document.empty()) {
    const std::string_view piece = document.substr(0, kPiece);
    document.remove_prefix(piece.size());
    xmlParseChunk(parser, piece.data(), static_cast<int>(piece.size()), 0);
  }
  xmlParseChunk(parser, nullptr, 0, /*terminate=*/1);
  return events.TakeRefusal();
}

}  // namespace newsmill::input
