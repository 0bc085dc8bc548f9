// Tree construction inside SVG and MathML elements.
#include <algorithm>

#include "characters.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/utf8.h"
#include "tree_builder.h"

namespace newsmill::html {
namespace {

constexpr std::initializer_list<Tag> kBreakoutTags = {
    Tag::kB,      Tag::kBig,    Tag::kBlockquote, Tag::kBody,  Tag::kBr,
    Tag::kCenter, Tag::kCode,   Tag::kDd,         Tag::kDiv,   Tag::kDl,
    Tag::kDt,     Tag::kEm,     Tag::kEmbed,      Tag::kH1,    Tag::kH2,
    Tag::kH3,     Tag::kH4,     Tag::kH5,         Tag::kH6,    Tag::kHead,
    Tag::kHr,     Tag::kI,      Tag::kImg,        Tag::kLi,    Tag::kListing,
    Tag::kMenu,   Tag::kMeta,   Tag::kNobr,       Tag::kOl,    Tag::kP,
    Tag::kPre,    Tag::kRuby,   Tag::kS,          Tag::kSmall, Tag::kSpan,
    Tag::kStrong, Tag::kStrike, Tag::kSub,        Tag::kSup,   Tag::kTable,
    Tag::kTt,     Tag::kU,      Tag::kUl,         Tag::kVar};

AttributeNamespace NamespaceOf(Attr id) {
  switch (id) {
    case Attr::kXlinkActuate:
    case Attr::kXlinkArcrole:
    case Attr::kXlinkHref:
    case Attr::kXlinkRole:
    case Attr::kXlinkShow:
    case Attr::kXlinkTitle:
    case Attr::kXlinkType:
      return AttributeNamespace::kXlink;
    case Attr::kXmlLang:
    case Attr::kXmlSpace:
      return AttributeNamespace::kXml;
    case Attr::kXmlns:
    case Attr::kXmlnsXlink:
      return AttributeNamespace::kXmlns;
    default:
      return AttributeNamespace::kNone;
  }
}

}  // namespace

// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inforeign
bool TreeBuilder::ForeignContent(Token& token) {
  switch (token.type) {
    case TokenType::kNul:
      for (uint32_t i = 0; i < token.text.length; ++i) {
        const uint32_t begin = nodes_.text().end();
        nodes_.text().Append(kReplacementCharacter);
        InsertText(nodes_.text().Since(begin));
      }
      return true;
    case TokenType::kText:
      InsertText(token.text);
      if (frameset_ok_ && !IsBlank(token.text)) frameset_ok_ = false;
      return true;
    case TokenType::kComment:
      InsertComment(token);
      return true;
    case TokenType::kStartTag:
      return ForeignStartTag(token);
    case TokenType::kEndTag:
      return ForeignEndTag(token);
    case TokenType::kDoctype:
    case TokenType::kEndOfFile:
      return true;
  }
  return true;
}

bool TreeBuilder::ForeignStartTag(Token& token) {
  if (BreaksOutOfForeignContent(token)) return LeaveForeignContent(token);
  InsertForeignElement(token, current().name_space);
  return true;
}

bool TreeBuilder::BreaksOutOfForeignContent(const Token& token) {
  if (IsOneOf(token.tag, kBreakoutTags)) return true;
  return token.tag == Tag::kFont &&
         std::ranges::any_of(nodes_.attributes().current(),
                             [](const Attribute& attribute) {
                               return attribute.id == Attr::kColor ||
                                      attribute.id == Attr::kFace ||
                                      attribute.id == Attr::kSize;
                             });
}

bool TreeBuilder::LeaveForeignContent(Token& token) {
  while (current().name_space != Namespace::kHtml &&
         !current().Has(kMathMlTextIntegrationPoint | kHtmlIntegrationPoint)) {
    Pop();
  }
  return ProcessInMode(token);
}

bool TreeBuilder::ForeignEndTag(Token& token) {
  if (token.tag == Tag::kBr || token.tag == Tag::kP) {
    return LeaveForeignContent(token);
  }
  if (!open_.MayContain(token.name_number)) return ProcessInMode(token);
  for (size_t i = open_.size() - 1; i > 0; --i) {
    const OpenElement& element = open_[i];
    if (element.name_space == Namespace::kHtml) return ProcessInMode(token);
    if (element.name_number == token.name_number &&
        nodes_.HasTagName(element.node, token)) {
      PopTo(i);
      return true;
    }
  }
  return true;
}

void TreeBuilder::InsertForeignElement(Token& token, Namespace name_space) {
  AdjustAttributes(name_space);
  const NodeId node = nodes_.MakeElement(token, name_space);
  const bool integrates_html = name_space == Namespace::kMathMl &&
                               token.tag == Tag::kAnnotationXml &&
                               IntegratesHtml(node);
  InsertNode(node,
             {.node = node,
              .name_number = token.name_number,
              .name_space = name_space,
              .traits = ForeignTraits(name_space, token.tag, integrates_html)});
  if (token.self_closing) Pop();
}

// https://html.spec.whatwg.org/multipage/parsing.html#adjust-svg-attributes
// https://html.spec.whatwg.org/multipage/parsing.html#adjust-mathml-attributes
// https://html.spec.whatwg.org/multipage/parsing.html#adjust-foreign-attributes
void TreeBuilder::AdjustAttributes(Namespace name_space) {
  for (Attribute& attribute : nodes_.attributes().current()) {
    const bool mathml_name = attribute.id == Attr::kDefinitionURL;
    attribute.mixed_case = mathml_name == (name_space == Namespace::kMathMl);
    attribute.name_space = NamespaceOf(attribute.id);
  }
}

bool TreeBuilder::IntegratesHtml(NodeId annotation) const {
  const auto encoding = nodes_.document().Find(annotation, Attr::kEncoding);
  return encoding && (EqualsIgnoringCase(*encoding, "text/html") ||
                      EqualsIgnoringCase(*encoding, "application/xhtml+xml"));
}

}  // namespace newsmill::html
