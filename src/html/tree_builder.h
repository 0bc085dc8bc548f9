// https://html.spec.whatwg.org/multipage/parsing.html#tree-construction
//
//   tokenizer ─ token ─► TreeBuilder ─ nodes, links ─► DocumentBuilder
//             ◄─ state ─           ├─ OpenElements
//                                  └─ FormattingElements
//
// The names of the functions are from the standard. A function for an insertion
// mode, or for some tags of a mode, returns true if it has processed the token.
// It returns false if the token must be processed again in the new insertion
// mode.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <vector>

#include "document_builder.h"
#include "formatting_elements.h"
#include "newsmill/html/parse.h"
#include "open_elements.h"
#include "token.h"
#include "tokenizer.h"

namespace newsmill::html {

/// Returns whether an end tag with this name makes the parser insert the
/// missing start tags, if the end tag is before the body. The parser ignores
/// most other end tags there.
constexpr bool IsHeadBodyHtmlOrBr(Tag tag) {
  return tag == Tag::kHead || tag == Tag::kBody || tag == Tag::kHtml ||
         tag == Tag::kBr;
}

/// Elements that the parser processes by the rules for the head, wherever they
/// are in the page.
inline constexpr std::initializer_list<Tag> kHeadContent = {
    Tag::kBase,     Tag::kBasefont, Tag::kBgsound, Tag::kLink,     Tag::kMeta,
    Tag::kNoframes, Tag::kScript,   Tag::kStyle,   Tag::kTemplate, Tag::kTitle};

inline constexpr std::initializer_list<Tag> kHeadings = {
    Tag::kH1, Tag::kH2, Tag::kH3, Tag::kH4, Tag::kH5, Tag::kH6};

constexpr bool IsOneOf(Tag tag, std::initializer_list<Tag> tags) {
  for (const Tag other : tags) {
    if (tag == other) return true;
  }
  return false;
}

class TreeBuilder {
 public:
  TreeBuilder(std::string_view input, const Limits& limits);

  Document Build();

 private:
  enum class Mode : uint8_t {
    kInitial,
    kBeforeHtml,
    kBeforeHead,
    kInHead,
    kInHeadNoscript,
    kAfterHead,
    kInBody,
    kText,
    kInTable,
    kInTableText,
    kInCaption,
    kInColumnGroup,
    kInTableBody,
    kInRow,
    kInCell,
    kInTemplate,
    kAfterBody,
    kInFrameset,
    kAfterFrameset,
    kAfterAfterBody,
    kAfterAfterFrameset,
  };
  using Rule = bool (TreeBuilder::*)(Token&);
  using RuleTable = std::array<Rule, static_cast<size_t>(Tag::kCount)>;

  // Defined in tree_builder.cc:
  void Process(Token& token);
  bool ProcessInMode(Token& token);
  bool BelongsToForeignContent(const Token& token) const;
  bool DropsFirstLineFeed(Token& token);
  void ResetInsertionMode();
  Mode ModeFor(const OpenElement& element, bool last) const;

  // Defined in head_modes.cc:
  bool Initial(Token& token);
  bool BeforeHtml(Token& token);
  bool BeforeHead(Token& token);
  bool InHead(Token& token);
  bool InHeadStartTag(Token& token);
  bool InHeadAnythingElse();
  bool InHeadNoscript(Token& token);
  bool AfterHead(Token& token);
  bool AfterHeadStartTag(Token& token);
  bool BackInHead(Token& token);
  bool AfterHeadAnythingElse();
  bool StartTemplate(Token& token);
  bool EndTemplate(Token& token);

  // Defined in in_body.cc:
  static constexpr RuleTable MakeStartRules();
  static constexpr RuleTable MakeEndRules();
  bool InBody(Token& token);
  bool InBodyText(Token& token);
  bool InBodyEndOfFile(Token& token);

  // Defined in in_body_start.cc:
  bool StartHtml(Token& token);
  bool StartBody(Token& token);
  bool StartFrameset(Token& token);
  bool StartBlock(Token& token);
  bool StartHeading(Token& token);
  bool StartPre(Token& token);
  bool StartForm(Token& token);
  bool StartListItem(Token& token);
  bool StartDefinition(Token& token);
  bool StartPlaintext(Token& token);
  bool StartButton(Token& token);
  bool StartAnchor(Token& token);
  bool StartFormatting(Token& token);
  bool StartNobr(Token& token);
  bool StartAppletLike(Token& token);
  bool StartTable(Token& token);
  bool StartVoid(Token& token);
  bool StartInput(Token& token);
  bool StartVoidQuietly(Token& token);
  bool StartHr(Token& token);
  bool StartImage(Token& token);
  bool StartTextarea(Token& token);
  bool StartXmp(Token& token);
  bool StartIframe(Token& token);
  bool StartRawText(Token& token);
  bool StartSelect(Token& token);
  bool StartOption(Token& token);
  bool StartOptgroup(Token& token);
  bool StartRubyBase(Token& token);
  bool StartRubyText(Token& token);
  bool StartMath(Token& token);
  bool StartSvg(Token& token);
  bool Ignore(Token& token);
  bool StartOrdinary(Token& token);
  void CloseItem(std::initializer_list<Tag> tags);
  bool IsHiddenInput();

  // Defined in in_body_end.cc:
  bool EndBody(Token& token);
  bool EndHtml(Token& token);
  bool EndBlock(Token& token);
  bool EndForm(Token& token);
  bool EndParagraph(Token& token);
  bool EndListItem(Token& token);
  bool EndDefinition(Token& token);
  bool EndHeading(Token& token);
  bool EndFormatting(Token& token);
  bool EndAppletLike(Token& token);
  bool EndBr(Token& token);
  bool EndOrdinary(Token& token);

  // Defined in table_modes.cc:
  bool InTable(Token& token);
  bool InTableStartTag(Token& token);
  bool InTableEndTag(Token& token);
  bool InTableChild(Token& token, Mode mode);
  bool InTableInput(Token& token);
  bool InTableForm(Token& token);
  bool InTableAnythingElse(Token& token);
  bool InTableText(Token& token);
  bool InCaption(Token& token);
  bool EndCaption();
  bool InColumnGroup(Token& token);
  bool InColumnGroupAnythingElse();

  // Defined in row_modes.cc:
  bool InTableBody(Token& token);
  bool LeaveTableBody();
  bool InRow(Token& token);
  bool LeaveRow();
  bool InCell(Token& token);
  bool EndCell(Token& token);
  bool LeaveCell();
  void ClearStackBackTo(std::initializer_list<Tag> tags);

  // Defined in outer_modes.cc:
  bool Text(Token& token);
  bool InTemplate(Token& token);
  bool SwitchTemplateMode(Mode mode);
  bool InTemplateEndOfFile();
  bool AfterBody(Token& token);
  bool InFrameset(Token& token);
  bool AfterFrameset(Token& token);
  bool AfterAfterBody(Token& token);
  bool AfterAfterFrameset(Token& token);
  void InsertBlanksOf(TextSpan text);

  // Defined in foreign_content.cc:
  bool ForeignContent(Token& token);
  bool ForeignStartTag(Token& token);
  bool ForeignEndTag(Token& token);
  bool LeaveForeignContent(Token& token);
  bool BreaksOutOfForeignContent(const Token& token);
  void InsertForeignElement(Token& token, Namespace name_space);
  void AdjustAttributes(Namespace name_space);
  bool IntegratesHtml(NodeId annotation) const;

  // Defined in formatting.cc:
  void ReconstructFormatting();
  void RunAdoptionAgency(Token& token);
  bool AdoptOnce(Token& token);
  size_t FindFurthestBlock(size_t formatting) const;
  void Adopt(size_t formatting, size_t furthest);
  NodeId AdoptBetween(size_t formatting, size_t furthest, NodeId* after);
  OpenElement CloneOf(const OpenElement& element);

  // Defined in insertion.cc:
  const OpenElement& current() const { return open_.current(); }
  InsertionPlace AppropriatePlace();
  InsertionPlace AppropriatePlaceIn(const OpenElement& target);
  InsertionPlace FosterPlace();
  void InsertHtmlElement(Token& token);
  void InsertVoidElement(Token& token);
  void InsertImpliedElement(Tag tag);
  void InsertNode(NodeId node, const OpenElement& open);
  void InsertText(TextSpan text);
  void InsertComment(const Token& token);
  void InsertCommentIn(NodeId parent, const Token& token);
  void InsertRawTextElement(Token& token, Tokenizer::State state);
  TextSpan TakeBlanks(Token& token);
  bool IsBlank(TextSpan text);

  // Defined in closing.cc:
  void Pop();
  void PopUntil(Tag tag);
  void PopUntilOneOf(std::initializer_list<Tag> tags);
  void PopTo(size_t size);
  void GenerateImpliedEndTags(Tag except = Tag::kUnknown);
  void GenerateImpliedEndTagsThoroughly();
  void CloseParagraph();
  void CloseParagraphInButtonScope();

  // Defined in selected_content.cc:
  void NoteInserted(NodeId node, Tag tag);
  void CloneSelectedOption(NodeId option);

  Limits limits_;
  DocumentBuilder nodes_;
  Tokenizer tokenizer_;
  OpenElements open_;
  FormattingElements formatting_;
  Mode mode_ = Mode::kInitial;
  Mode original_mode_ = Mode::kInitial;
  std::vector<Mode> template_modes_;
  NodeId head_ = kNoNode;
  NodeId form_ = kNoNode;
  bool frameset_ok_ = true;
  bool foster_parenting_ = false;
  bool drop_line_feed_ = false;
  bool stopped_ = false;
  // https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-intabletext
  std::vector<TextSpan> pending_table_text_;
  // The last select element with an option or a selectedcontent element, its
  // selected option, and its selectedcontent element.
  NodeId select_ = kNoNode;
  NodeId selected_option_ = kNoNode;
  NodeId selected_content_ = kNoNode;
};

}  // namespace newsmill::html
