#include "element_traits.h"

#include <array>
#include <initializer_list>

namespace newsmill::html {
namespace {

constexpr size_t kTagCount = static_cast<size_t>(Tag::kCount);
using TraitsTable = std::array<uint16_t, kTagCount>;

constexpr void Give(TraitsTable& table, int traits,
                    std::initializer_list<Tag> tags) {
  for (const Tag tag : tags) {
    table[static_cast<size_t>(tag)] |= static_cast<uint16_t>(traits);
  }
}

constexpr TraitsTable MakeTable() {
  using enum Tag;
  TraitsTable table{};
  Give(table, kSpecial,
       {kAddress,   kApplet,     kArea,       kArticle,  kAside,   kBase,
        kBasefont,  kBgsound,    kBlockquote, kBody,     kBr,      kButton,
        kCaption,   kCenter,     kCol,        kColgroup, kDd,      kDetails,
        kDir,       kDiv,        kDl,         kDt,       kEmbed,   kFieldset,
        kFigure,    kFigcaption, kFooter,     kForm,     kFrame,   kFrameset,
        kH1,        kH2,         kH3,         kH4,       kH5,      kH6,
        kHead,      kHeader,     kHgroup,     kHr,       kHtml,    kIframe,
        kImg,       kInput,      kKeygen,     kLi,       kLink,    kListing,
        kMain,      kMarquee,    kMenu,       kMeta,     kNav,     kNoembed,
        kNoframes,  kNoscript,   kObject,     kOl,       kP,       kParam,
        kPlaintext, kPre,        kScript,     kSearch,   kSection, kSelect,
        kSource,    kStyle,      kSummary,    kTable,    kTbody,   kTd,
        kTemplate,  kTextarea,   kTfoot,      kTh,       kThead,   kTitle,
        kTr,        kTrack,      kUl,         kWbr,      kXmp});
  constexpr int kAllScopes = kEndsScope | kEndsListItemScope | kEndsButtonScope;
  Give(table, kAllScopes,
       {kApplet, kCaption, kHtml, kTable, kTd, kTh, kMarquee, kObject, kSelect,
        kTemplate});
  Give(table, kEndsListItemScope, {kOl, kUl});
  Give(table, kEndsButtonScope, {kButton});
  Give(table, kEndsTableScope, {kHtml, kTable, kTemplate});
  constexpr int kImplied = kImpliedEnd | kThoroughlyImpliedEnd;
  Give(table, kImplied,
       {kDd, kDt, kLi, kOptgroup, kOption, kP, kRb, kRp, kRt, kRtc});
  Give(table, kThoroughlyImpliedEnd,
       {kCaption, kColgroup, kTbody, kTd, kTfoot, kTh, kThead, kTr});
  Give(table, kFosters, {kTable, kTbody, kTfoot, kThead, kTr});
  return table;
}

constexpr TraitsTable kHtmlTraits = MakeTable();

}  // namespace

uint16_t HtmlTraits(Tag tag) { return kHtmlTraits[static_cast<size_t>(tag)]; }

// https://html.spec.whatwg.org/multipage/parsing.html#mathml-text-integration-point
// https://html.spec.whatwg.org/multipage/parsing.html#html-integration-point
uint16_t ForeignTraits(Namespace name_space, Tag tag, bool integrates_html) {
  constexpr int kBarrier =
      kSpecial | kEndsScope | kEndsListItemScope | kEndsButtonScope;
  if (name_space == Namespace::kMathMl) {
    switch (tag) {
      case Tag::kMi:
      case Tag::kMo:
      case Tag::kMn:
      case Tag::kMs:
      case Tag::kMtext:
        return kBarrier | kMathMlTextIntegrationPoint;
      case Tag::kAnnotationXml:
        return kBarrier | kMathMlAnnotationXml |
               (integrates_html ? kHtmlIntegrationPoint : 0);
      default:
        return 0;
    }
  }
  switch (tag) {
    case Tag::kForeignObject:
    case Tag::kDesc:
    case Tag::kTitle:
      return kBarrier | kHtmlIntegrationPoint;
    default:
      return 0;
  }
}

}  // namespace newsmill::html
