// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody
#include "tree_builder.h"

namespace newsmill::html {

constexpr TreeBuilder::RuleTable TreeBuilder::MakeStartRules() {
  using enum Tag;
  RuleTable rules{};
  rules.fill(&TreeBuilder::StartOrdinary);
  const auto set = [&](std::initializer_list<Tag> tags, Rule rule) {
    for (const Tag tag : tags) rules[static_cast<size_t>(tag)] = rule;
  };
  set({kHtml}, &TreeBuilder::StartHtml);
  set(kHeadContent, &TreeBuilder::InHead);
  set({kBody}, &TreeBuilder::StartBody);
  set({kFrameset}, &TreeBuilder::StartFrameset);
  set({kAddress,  kArticle,    kAside,   kBlockquote, kCenter,
       kDetails,  kDialog,     kDir,     kDiv,        kDl,
       kFieldset, kFigcaption, kFigure,  kFooter,     kHeader,
       kHgroup,   kMain,       kMenu,    kNav,        kOl,
       kP,        kSearch,     kSection, kSummary,    kUl},
      &TreeBuilder::StartBlock);
  set(kHeadings, &TreeBuilder::StartHeading);
  set({kPre, kListing}, &TreeBuilder::StartPre);
  set({kForm}, &TreeBuilder::StartForm);
  set({kLi}, &TreeBuilder::StartListItem);
  set({kDd, kDt}, &TreeBuilder::StartDefinition);
  set({kPlaintext}, &TreeBuilder::StartPlaintext);
  set({kButton}, &TreeBuilder::StartButton);
  set({kA}, &TreeBuilder::StartAnchor);
  set({kB, kBig, kCode, kEm, kFont, kI, kS, kSmall, kStrike, kStrong, kTt, kU},
      &TreeBuilder::StartFormatting);
  set({kNobr}, &TreeBuilder::StartNobr);
  set({kApplet, kMarquee, kObject}, &TreeBuilder::StartAppletLike);
  set({kTable}, &TreeBuilder::StartTable);
  set({kArea, kBr, kEmbed, kImg, kKeygen, kWbr}, &TreeBuilder::StartVoid);
  set({kInput}, &TreeBuilder::StartInput);
  set({kParam, kSource, kTrack}, &TreeBuilder::StartVoidQuietly);
  set({kHr}, &TreeBuilder::StartHr);
  set({kImage}, &TreeBuilder::StartImage);
  set({kTextarea}, &TreeBuilder::StartTextarea);
  set({kXmp}, &TreeBuilder::StartXmp);
  set({kIframe}, &TreeBuilder::StartIframe);
  set({kNoembed}, &TreeBuilder::StartRawText);
  set({kSelect}, &TreeBuilder::StartSelect);
  set({kOption}, &TreeBuilder::StartOption);
  set({kOptgroup}, &TreeBuilder::StartOptgroup);
  set({kRb, kRtc}, &TreeBuilder::StartRubyBase);
  set({kRp, kRt}, &TreeBuilder::StartRubyText);
  set({kMath}, &TreeBuilder::StartMath);
  set({kSvg}, &TreeBuilder::StartSvg);
  set({kCaption, kCol, kColgroup, kFrame, kHead, kTbody, kTd, kTfoot, kTh,
       kThead, kTr},
      &TreeBuilder::Ignore);
  return rules;
}

constexpr TreeBuilder::RuleTable TreeBuilder::MakeEndRules() {
  using enum Tag;
  RuleTable rules{};
  rules.fill(&TreeBuilder::EndOrdinary);
  const auto set = [&](std::initializer_list<Tag> tags, Rule rule) {
    for (const Tag tag : tags) rules[static_cast<size_t>(tag)] = rule;
  };
  set({kTemplate}, &TreeBuilder::EndTemplate);
  set({kBody}, &TreeBuilder::EndBody);
  set({kHtml}, &TreeBuilder::EndHtml);
  set({kAddress,    kArticle, kAside,   kBlockquote, kButton, kCenter,
       kDetails,    kDialog,  kDir,     kDiv,        kDl,     kFieldset,
       kFigcaption, kFigure,  kFooter,  kHeader,     kHgroup, kListing,
       kMain,       kMenu,    kNav,     kOl,         kPre,    kSearch,
       kSection,    kSelect,  kSummary, kUl},
      &TreeBuilder::EndBlock);
  set({kForm}, &TreeBuilder::EndForm);
  set({kP}, &TreeBuilder::EndParagraph);
  set({kLi}, &TreeBuilder::EndListItem);
  set({kDd, kDt}, &TreeBuilder::EndDefinition);
  set(kHeadings, &TreeBuilder::EndHeading);
  set({kA, kB, kBig, kCode, kEm, kFont, kI, kNobr, kS, kSmall, kStrike, kStrong,
       kTt, kU},
      &TreeBuilder::EndFormatting);
  set({kApplet, kMarquee, kObject}, &TreeBuilder::EndAppletLike);
  set({kBr}, &TreeBuilder::EndBr);
  return rules;
}

bool TreeBuilder::InBody(Token& token) {
  static constexpr RuleTable kStartRules = MakeStartRules();
  static constexpr RuleTable kEndRules = MakeEndRules();
  switch (token.type) {
    case TokenType::kText:
      return InBodyText(token);
    case TokenType::kStartTag:
      return (this->*kStartRules[static_cast<size_t>(token.tag)])(token);
    case TokenType::kEndTag:
      return (this->*kEndRules[static_cast<size_t>(token.tag)])(token);
    case TokenType::kComment:
      InsertComment(token);
      return true;
    case TokenType::kEndOfFile:
      return InBodyEndOfFile(token);
    case TokenType::kNul:
    case TokenType::kDoctype:
      return true;
  }
  return true;
}

bool TreeBuilder::InBodyText(Token& token) {
  ReconstructFormatting();
  InsertText(token.text);
  if (frameset_ok_ && !IsBlank(token.text)) frameset_ok_ = false;
  return true;
}

bool TreeBuilder::InBodyEndOfFile(Token& token) {
  if (!template_modes_.empty()) return InTemplate(token);
  stopped_ = true;
  return true;
}

}  // namespace newsmill::html
