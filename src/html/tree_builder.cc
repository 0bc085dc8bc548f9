#include "tree_builder.h"

#include <algorithm>
#include <array>
#include <utility>

namespace newsmill::html {
namespace {

// Returns `limits` with max_depth and max_formatting raised to at least 8.
Limits AtLeastUsable(Limits limits) {
  limits.max_depth = std::max<uint32_t>(limits.max_depth, 8);
  limits.max_formatting = std::max<uint32_t>(limits.max_formatting, 8);
  return limits;
}

}  // namespace

TreeBuilder::TreeBuilder(std::string_view input, const Limits& limits)
    : limits_(AtLeastUsable(limits)),
      nodes_(input, limits_),
      tokenizer_(nodes_.text(), nodes_.attributes()),
      formatting_(nodes_, limits_.max_formatting) {
  if (nodes_.text().input().size() < input.size()) {
    nodes_.limits_met().input = true;
  }
}

Document TreeBuilder::Build() {
  Token token;
  while (!stopped_) {
    const bool foreign =
        !open_.empty() && current().name_space != Namespace::kHtml;
    tokenizer_.Next(token, foreign);
    Process(token);
    if (nodes_.IsFull() && !tokenizer_.AtEnd()) {
      tokenizer_.Stop();
      nodes_.limits_met().input = true;
    }
  }
  PopTo(0);
  nodes_.limits_met().formatting = formatting_.overflowed();
  return nodes_.TakeDocument();
}

// https://html.spec.whatwg.org/multipage/parsing.html#tree-construction-dispatcher
void TreeBuilder::Process(Token& token) {
  if (drop_line_feed_ && DropsFirstLineFeed(token)) return;
  bool done = false;
  while (!done) {
    done = BelongsToForeignContent(token) ? ForeignContent(token)
                                          : ProcessInMode(token);
  }
}

bool TreeBuilder::BelongsToForeignContent(const Token& token) const {
  if (open_.empty() || current().name_space == Namespace::kHtml) return false;
  const bool start_tag = token.type == TokenType::kStartTag;
  const bool text =
      token.type == TokenType::kText || token.type == TokenType::kNul;
  if (current().Has(kMathMlTextIntegrationPoint)) {
    if (text) return false;
    if (start_tag && token.tag != Tag::kMglyph &&
        token.tag != Tag::kMalignmark) {
      return false;
    }
  }
  if (current().Has(kMathMlAnnotationXml) && token.IsStartTag(Tag::kSvg)) {
    return false;
  }
  if (current().Has(kHtmlIntegrationPoint) && (start_tag || text)) return false;
  return token.type != TokenType::kEndOfFile;
}

bool TreeBuilder::ProcessInMode(Token& token) {
  static constexpr std::array<Rule, 21> kModes = {
      &TreeBuilder::Initial,
      &TreeBuilder::BeforeHtml,
      &TreeBuilder::BeforeHead,
      &TreeBuilder::InHead,
      &TreeBuilder::InHeadNoscript,
      &TreeBuilder::AfterHead,
      &TreeBuilder::InBody,
      &TreeBuilder::Text,
      &TreeBuilder::InTable,
      &TreeBuilder::InTableText,
      &TreeBuilder::InCaption,
      &TreeBuilder::InColumnGroup,
      &TreeBuilder::InTableBody,
      &TreeBuilder::InRow,
      &TreeBuilder::InCell,
      &TreeBuilder::InTemplate,
      &TreeBuilder::AfterBody,
      &TreeBuilder::InFrameset,
      &TreeBuilder::AfterFrameset,
      &TreeBuilder::AfterAfterBody,
      &TreeBuilder::AfterAfterFrameset,
  };
  static_assert(kModes.size() ==
                static_cast<size_t>(Mode::kAfterAfterFrameset) + 1);
  return (this->*kModes[static_cast<size_t>(mode_)])(token);
}

// Drops the first line feed after the start tag of pre, listing or textarea.
bool TreeBuilder::DropsFirstLineFeed(Token& token) {
  drop_line_feed_ = false;
  if (token.type != TokenType::kText) return false;
  if (!nodes_.text().View(token.text).starts_with('\n')) return false;
  ++token.text.offset;
  --token.text.length;
  return token.text.empty();
}

// https://html.spec.whatwg.org/multipage/parsing.html#reset-the-insertion-mode-appropriately
void TreeBuilder::ResetInsertionMode() {
  for (size_t i = open_.size(); i-- > 0;) {
    mode_ = ModeFor(open_[i], i == 0);
    if (mode_ != Mode::kInitial) return;
  }
}

// Returns the insertion mode that the element determines, or kInitial if the
// element determines no mode.
TreeBuilder::Mode TreeBuilder::ModeFor(const OpenElement& element,
                                       bool last) const {
  switch (element.tag) {
    case Tag::kTd:
    case Tag::kTh:
      return last ? Mode::kInBody : Mode::kInCell;
    case Tag::kTr:
      return Mode::kInRow;
    case Tag::kTbody:
    case Tag::kThead:
    case Tag::kTfoot:
      return Mode::kInTableBody;
    case Tag::kCaption:
      return Mode::kInCaption;
    case Tag::kColgroup:
      return Mode::kInColumnGroup;
    case Tag::kTable:
      return Mode::kInTable;
    case Tag::kTemplate:
      return template_modes_.empty() ? Mode::kInBody : template_modes_.back();
    case Tag::kHead:
      return last ? Mode::kInBody : Mode::kInHead;
    case Tag::kBody:
      return Mode::kInBody;
    case Tag::kFrameset:
      return Mode::kInFrameset;
    case Tag::kHtml:
      return head_ == kNoNode ? Mode::kBeforeHead : Mode::kAfterHead;
    default:
      return last ? Mode::kInBody : Mode::kInitial;
  }
}

Document Parse(std::string_view input, const Limits& limits) {
  return TreeBuilder(input, limits).Build();
}

}  // namespace newsmill::html
