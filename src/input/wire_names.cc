#include "wire_names.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "newsmill/base/ascii.h"

namespace newsmill::input {
namespace {

using enum WireField;

// Sources: https://iptc.org/std/NewsML-G2/2.35/specification/ and
// https://iptc.org/std/NITF/3.6/documentation/nitf.html. All names in this
// table are in lower case.
constexpr auto kMeanings =
    std::to_array<std::pair<std::string_view, WireMeaning>>({
        {"newsmessage", {kSection, 0}},
        {"itemset", {kSection, 0}},
        {"newsitem", {kItem, 0}},
        {"packageitem", {kPackage, 0}},
        {"conceptitem", {kOtherItem, 0}},
        {"knowledgeitem", {kOtherItem, 0}},
        {"planningitem", {kOtherItem, 0}},
        {"catalogitem", {kOtherItem, 0}},
        {"rightsinfo", {kSection, 0}},
        {"itemmeta", {kSection, 0}},
        {"contentmeta", {kSection, 0}},
        {"contentset", {kSection, 0}},
        {"groupset", {kSection, 0}},
        {"group", {kSection, 0}},
        {"itemref", {kReference, 0}},
        {"itemclass", {kItemClass, 0}},
        {"pubstatus", {kStatus, 0}},
        {"language", {kLanguage, 0}},
        {"provider", {kProvider, 0}},
        {"copyrightholder", {kProvider, 1}},
        {"creator", {kCreator, 0}},
        {"infosource", {kSource, 0}},
        {"subject", {kSubject, 0}},
        {"copyrightnotice", {kRights, 0}},
        {"versioncreated", {kModified, 0}},
        {"contentmodified", {kModified, 1}},
        {"firstcreated", {kPublished, 0}},
        {"contentcreated", {kPublished, 1}},
        {"embargoed", {kEmbargo, 0}},
        {"headline", {kHeadline, 0}},
        {"by", {kByline, 0}},
        {"creditline", {kCredit, 0}},
        {"description", {kSummary, 0}},
        {"keyword", {kTag, 0}},
        {"inlinexml", {kInlineMarkup, 0}},
        {"inlinedata", {kInlineText, 0}},
        // The next elements are from NITF. The element `title` is in both
        // formats. It often only labels the item, so it has the worst rank for
        // the headline.
        {"nitf", {kNitf, 0}},
        {"head", {kSection, 0}},
        {"title", {kHeadline, 3}},
        {"docdata", {kDocument, 0}},
        {"date.release", {kIssued, 0}},
        {"date.issue", {kIssued, 1}},
        {"story.date", {kIssued, 3}},
        {"doc.copyright", {kHolder, 0}},
        {"key-list", {kSection, 0}},
        {"tobject", {kSection, 0}},
        {"tobject.subject", {kTopic, 0}},
        {"pubdata", {kPublication, 0}},
        {"body", {kSection, 0}},
        {"body.head", {kSection, 0}},
        {"hedline", {kSection, 0}},
        {"hl1", {kHeadline, 1}},
        {"hl2", {kHeadline2, 0}},
        {"byline", {kByline, 1}},
        {"distributor", {kCredit, 2}},
        {"dateline", {kSection, 0}},
        {"abstract", {kSummary, 1}},
        {"body.content", {kBody, 0}},
    });

constexpr auto kHtmlNames =
    std::to_array<std::pair<std::string_view, std::string_view>>({
        {"hl1", "h2"},
        {"hl2", "h2"},
        {"block", "div"},
        {"abstract", "div"},
        {"dateline", "div"},
        {"nitf-table", "div"},
        {"fn", "div"},
        {"bq", "blockquote"},
        {"credit", "p"},
        {"media", ""},
        {"note", ""},
        {"byline", ""},
        {"copyrite", ""},
        {"datasource", ""},
        {"nitf-table-metadata", ""},
        {"custom-table", ""},
        {"tobject", ""},
        {"frac-sep", ""},
    });

constexpr auto kSeparators =
    std::to_array<std::pair<std::string_view, std::string_view>>({
        {"br", " "},
        {"div", " "},
        {"li", " "},
        {"p", " "},
        {"td", " "},
        {"denom", "/"},
    });

constexpr auto kHtml = std::to_array<std::string_view>(
    {"article", "blockquote", "body",    "div",  "dl",    "h1",   "h2",
     "h3",      "h4",         "h5",      "h6",   "html",  "main", "ol",
     "p",       "pre",        "section", "span", "table", "ul"});

}  // namespace

WireMeaning WireMeaningOf(std::string_view local) {
  static const std::unordered_map<std::string_view, WireMeaning> kByName(
      kMeanings.begin(), kMeanings.end());
  const auto found = kByName.find(LowerAscii(local));
  return found == kByName.end() ? WireMeaning{} : found->second;
}

std::string_view HtmlNameOf(std::string_view nitf_name) {
  static const std::unordered_map<std::string_view, std::string_view> kByName(
      kHtmlNames.begin(), kHtmlNames.end());
  const auto found = kByName.find(nitf_name);
  return found == kByName.end() ? nitf_name : found->second;
}

std::string_view SeparatorOf(std::string_view local) {
  const std::string name = LowerAscii(local);
  const auto found = std::ranges::find(
      kSeparators, name, &std::pair<std::string_view, std::string_view>::first);
  return found == kSeparators.end() ? "" : found->second;
}

bool IsHtmlName(std::string_view local) {
  return std::ranges::find(kHtml, LowerAscii(local)) != kHtml.end();
}

}  // namespace newsmill::input
