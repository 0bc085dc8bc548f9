#include "item_tail.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include "extract/lexicon/boilerplate.h"
#include "extract/lexicon/feed_phrases.h"
#include "extract/lexicon/phrase_index.h"
#include "extract/text/blocks.h"
#include "extract/text/characters.h"
#include "newsmill/base/ascii.h"
#include "newsmill/model/identity.h"

namespace newsmill::extract::items {
namespace {

using lexicon::Part;

// Maximum size of a sentence that names the article and the site.
constexpr size_t kMaxCreditBytes = 800;
constexpr size_t kMaxCallBytes = 320;
// A title that is cut has more bytes.
constexpr size_t kMinCutTitle = 8;

// A part at the end of a text.
struct Tail {
  size_t begin = std::string::npos;
  bool shows_cut = false;
};

/// Returns the text without blanks, dots, arrows and brackets at its ends.
std::string_view Bare(std::string_view text) {
  static constexpr auto kMarks = std::to_array<std::string_view>(
      {"…",  "→", "»", "›", "«",  "‹", "←", "➔", "➡", "▸", "►",       "。",
       "：", "⟶", "⇒", "↦", "＞", "↗", "•", "·", "–", "—", "\xC2\xA0"});
  for (size_t size = text.size() + 1; size != text.size();) {
    size = text.size();
    text = Trim(text, " \t\r\n.:-|*#>[]()<!+=_~/");
    for (const std::string_view mark : kMarks) {
      if (text.starts_with(mark)) text.remove_prefix(mark.size());
      if (text.ends_with(mark)) text.remove_suffix(mark.size());
    }
  }
  return text;
}

/// Returns whether `text` is the title, which may be cut, and little else.
bool IsTitle(std::string_view text, const ItemNames& names) {
  constexpr size_t kMaxOtherBytes = 8;  // the verb in "Bài viết Rain đã"
  const std::string bare = model::NormalisedText(text);
  const std::string title = model::NormalisedText(names.title);
  if (title.empty()) return false;
  if (bare.starts_with(title)) {
    return bare.size() <= title.size() + kMaxOtherBytes;
  }
  return bare.size() > kMinCutTitle && title.starts_with(bare);
}

/// Returns whether `text` is the name or the address of the site, with a few
/// other words: "Island Post üzerinde ortaya çıktı".
bool IsSite(std::string_view text, const ItemNames& names) {
  constexpr int32_t kMaxOtherWords = 3;
  const std::string_view address = Bare(text);
  if (address.find(' ') == address.npos && address.find('.') != address.npos) {
    return true;
  }
  const std::string bare = model::NormalisedText(text);
  const std::string site = model::NormalisedText(names.site);
  if (bare.empty() || site.empty()) return false;
  if (site.starts_with(bare + ' ')) return true;  // "Island Post » News"
  const int32_t other_words =
      text::MeasureOf(bare).words - text::MeasureOf(site).words;
  return bare.find(site) != bare.npos && other_words <= kMaxOtherWords &&
         text::InnerSentenceEnds(text) <= text::InnerSentenceEnds(names.site);
}

/// Returns whether `text` may be the name of another site: a few words of one
/// clause.
bool MayBeSite(std::string_view text) {
  constexpr int32_t kMaxWords = 6;
  static constexpr auto kCommas = std::to_array<std::string_view>(
      {",", ";", ":", "،", "؛", "，", "、", "；", "："});
  const int32_t words = text::MeasureOf(text).words;
  return words > 0 && words <= kMaxWords &&
         text::InnerSentenceEnds(text) == 0 &&
         std::ranges::none_of(kCommas, [&](std::string_view comma) {
           return text.find(comma) != text.npos;
         });
}

/// Returns whether `text` names the title and the site, and little else.
bool NamesTitleAndSite(std::string_view text, const ItemNames& names) {
  constexpr size_t kMaxOtherBytes = 40;
  std::string bare = model::NormalisedText(text);
  for (const std::string_view name : {names.title, names.site}) {
    const std::string wanted = model::NormalisedText(name);
    const size_t at = bare.find(wanted);
    if (wanted.empty() || at == bare.npos) return false;
    bare.erase(at, wanted.size());
  }
  return bare.size() <= kMaxOtherBytes;
}

/// Returns whether a paragraph is a credit of a form that begins with the
/// title. `before` and `rest` are the texts before and after the middle.
bool IsTitleCredit(std::string_view before, std::string_view rest,
                   const lexicon::CreditForm& form, const ItemNames& names) {
  if (!form.end.empty()) {
    return Bare(rest).ends_with(form.end) &&
           (text::InnerSentenceEnds(before) == 0 || IsTitle(before, names));
  }
  if (Bare(rest).empty()) return NamesTitleAndSite(before, names);
  return IsTitle(before, names) && IsSite(rest, names);
}

/// Returns whether a sentence is a credit. `between` and `rest` are the texts
/// after the begin and after the middle of its form. Prose has the same words:
/// "The story of the ferry first appeared on Monday". In a credit, only the
/// title may be between the begin and the middle.
bool IsCredit(std::string_view between, std::string_view rest,
              const ItemNames& names, bool is_link) {
  constexpr int32_t kMinTitleWords = 3;
  if (IsSite(rest, names)) {
    return is_link || Bare(between).empty() || IsTitle(between, names);
  }
  if (!MayBeSite(rest)) return false;
  return is_link || (text::MeasureOf(between).words >= kMinTitleWords &&
                     IsTitle(between, names));
}

/// Returns where the credit of that form begins in `end`, or npos. `middle` is
/// the position of the middle of the form. A credit that begins with the title
/// is a paragraph of its own. `is_link` refers to the whole of `end`.
size_t CreditStart(std::string_view end, size_t middle,
                   const lexicon::CreditForm& form, const ItemNames& names,
                   bool is_link) {
  constexpr size_t kMaxOtherBytes = 160;
  const std::string_view rest = end.substr(middle + form.middle.size());
  if (rest.size() > names.site.size() + kMaxOtherBytes) return end.npos;
  if (form.begin.empty()) {
    return IsTitleCredit(end.substr(0, middle), rest, form, names) ? 0
                                                                   : end.npos;
  }
  // The begin and the middle may have a blank in common.
  const std::string_view before = end.substr(0, middle + 1);
  for (size_t first = before.rfind(form.begin); first != end.npos;
       first = before.substr(0, first).rfind(form.begin)) {
    const bool is_start_of_link = is_link && first == 0;
    const size_t begin = std::min(first + form.begin.size(), middle);
    const std::string_view between = end.substr(begin, middle - begin);
    if (IsCredit(between, rest, names, is_start_of_link)) return first;
    if (between.size() > names.title.size() + kMaxOtherBytes) break;
  }
  return end.npos;
}

/// Returns the sentence at the end of the text that credits the article to its
/// site.
Tail CreditAt(std::string_view text, const ItemNames& names, bool is_link) {
  static const lexicon::PhraseIndex kMiddles(lexicon::CreditMiddles());
  const size_t window =
      text.size() > kMaxCreditBytes ? text.size() - kMaxCreditBytes : 0;
  const bool is_whole = window == 0;
  const std::string_view end = text.substr(window);
  for (size_t at = 0; at < end.size(); ++at) {
    for (int32_t i = kMiddles.PrefixOf(end.substr(at)); i >= 0;
         i = kMiddles.PrefixOf(end.substr(at), i + 1)) {
      const lexicon::CreditForm& form =
          lexicon::CreditForms()[static_cast<size_t>(i)];
      if (form.begin.empty() && !is_whole) continue;
      const size_t first =
          CreditStart(end, at, form, names, is_link && is_whole);
      if (first != end.npos) return {window + first, false};
    }
  }
  return {};
}

/// Returns whether `rest`, the text after "Read more", only repeats names.
bool OnlyNames(std::string_view rest, const ItemNames& names) {
  const std::string bare = model::NormalisedText(rest);
  if (bare.empty()) return true;
  constexpr size_t kMaxOtherBytes = 24;  // "about", "the original article on"
  for (const std::string_view name : {names.title, names.site}) {
    const std::string wanted = model::NormalisedText(name);
    if (wanted.empty()) continue;
    if (bare.find(wanted) != std::string::npos &&
        bare.size() <= wanted.size() + kMaxOtherBytes) {
      return true;
    }
    // A title that is cut: "Continue reading Harbour board votes to …"
    if (bare.size() > kMinCutTitle && wanted.starts_with(bare)) return true;
  }
  return false;
}

/// Returns whether the whole text is a call to read the article.
bool IsCall(std::string_view text, const ItemNames& names, bool is_link) {
  constexpr int32_t kMaxWords = 12;
  const std::string folded = text::Folded(Bare(text));
  static const lexicon::PhraseIndex kPhrases(lexicon::ReadMorePhrases());
  for (int32_t i = kPhrases.PrefixOf(folded); i >= 0;
       i = kPhrases.PrefixOf(folded, i + 1)) {
    const std::string_view phrase =
        lexicon::ReadMorePhrases()[static_cast<size_t>(i)];
    const std::string_view rest =
        std::string_view(folded).substr(phrase.size());
    if (rest.empty()) return true;
    const bool is_word = text::IsLetter(text::FirstCharacter(rest)) &&
                         !text::IsWide(text::FirstCharacter(rest));
    if (is_word) continue;
    if (OnlyNames(rest, names)) return true;
    return is_link && rest.front() != ':' && phrase.find(' ') != phrase.npos &&
           text::MeasureOf(rest).words <= kMaxWords;
  }
  return false;
}

/// Returns the positions at which a sentence may begin, the first first.
std::vector<size_t> SentenceStarts(std::string_view text) {
  static constexpr auto kEnds = std::to_array<std::string_view>(
      {". ", "! ", "? ", "… ", "] ", ") ", "” ", "\" ", "» ", "| ", "- ",
       "– ", "।",  "؟ ", "。", "！", "？", "」", "…",   "]",  "→ "});
  const size_t window =
      text.size() > kMaxCallBytes ? text.size() - kMaxCallBytes : 0;
  std::vector<size_t> starts;
  if (window == 0) starts.push_back(0);
  for (size_t at = window; at < text.size(); ++at) {
    if (IsAsciiLetter(text[at])) continue;
    for (const std::string_view end : kEnds) {
      if (!text.substr(at).starts_with(end)) continue;
      if (at + end.size() < text.size()) starts.push_back(at + end.size());
      break;
    }
  }
  return starts;
}

/// Returns whether `part` is one word that is also a sentence of prose: "More."
/// An arrow or brackets show that the word is a call: "More »", "(more…)".
bool MayBeProse(std::string_view part) {
  static const lexicon::PhraseIndex kWords(lexicon::OneWordCalls());
  static constexpr auto kArrows = std::to_array<std::string_view>(
      {"→", "»", "›", "➔", "➡", "▸", "►", "⟶", "⇒", "↦", "＞", "↗", ">"});
  if (!kWords.Holds(text::Folded(Bare(part)))) return false;
  const bool is_in_brackets = part.starts_with('(') || part.starts_with('[');
  return !is_in_brackets &&
         std::ranges::none_of(kArrows, [&](std::string_view arrow) {
           return part.ends_with(arrow);
         });
}

Tail CallAt(std::string_view text, const ItemNames& names, bool is_link) {
  for (const size_t begin : SentenceStarts(text)) {
    const bool is_whole = begin == 0;
    const std::string_view part = text.substr(begin);
    if (IsCall(part, names, is_link && is_whole) &&
        (is_whole || !MayBeProse(part))) {
      return {begin, true};
    }
  }
  return {};
}

/// Returns the line about the item at the end of the text: "[link] [comments]".
Tail NoticeAt(std::string_view text) {
  constexpr size_t kMaxBytes = 120;
  if (text::EndsSentence(text)) return {};
  const size_t window = text.size() > kMaxBytes ? text.size() - kMaxBytes : 0;
  const std::string end = LowerAscii(text.substr(window));
  for (const std::string_view phrase : lexicon::ItemNotices()) {
    const size_t at = end.find(phrase);
    if (at == end.npos) continue;
    const bool is_whole = window + at == 0;
    const bool is_mark = phrase.starts_with('[') || phrase.ends_with("u/");
    if (is_whole || is_mark) return {window + at, false};
  }
  return {};
}

/// Returns an ellipsis in brackets at the end of the text.
Tail EllipsisAt(std::string_view text) {
  static constexpr auto kForms = std::to_array<std::string_view>(
      {"[…]", "[...]", "(…)", "(...)", "[ … ]", "[ ... ]", "[....]", "[…",
       "[...", "[&hellip;]", "[&#8230;]", "［…］", "【…】", "[……]", "[..]"});
  for (const std::string_view form : kForms) {
    if (text.ends_with(form)) return {text.size() - form.size(), true};
  }
  return {};
}

/// Returns whether `part`, the end of a text, closes a quotation that begins in
/// `before`: "“What do we want? " and "More.”".
bool ClosesQuotation(std::string_view before, std::string_view part) {
  struct Marks {
    std::string_view open, close;
    // True if the closing mark also has another use: "More »", "“Rain”".
    bool needs_open = false;
  };
  static constexpr auto kMarks = std::to_array<Marks>({{"“", "”"},
                                                       {"„", "“", true},
                                                       {"„", "”", true},
                                                       {"「", "」"},
                                                       {"『", "』"},
                                                       {"«", "»", true},
                                                       {"»", "«", true}});
  part = Trim(part, " .!?,");
  if (part.ends_with('"')) {
    return std::ranges::count(before, '"') % 2 == 1 &&
           std::ranges::count(part, '"') % 2 == 1;
  }
  return std::ranges::any_of(kMarks, [&](const Marks& marks) {
    if (!part.ends_with(marks.close)) return false;
    if (part.find(marks.open) != part.npos) return false;
    const size_t open = before.rfind(marks.open);
    if (open == before.npos) return !marks.needs_open;
    return before.find(marks.close, open) == before.npos;
  });
}

Tail TailOf(std::string_view text, const ItemNames& names, bool is_link) {
  for (const Tail& tail : {EllipsisAt(text), CreditAt(text, names, is_link),
                           NoticeAt(text), CallAt(text, names, is_link)}) {
    if (tail.begin != std::string::npos &&
        !ClosesQuotation(text.substr(0, tail.begin), text.substr(tail.begin))) {
      return tail;
    }
  }
  return {};
}

/// Returns whether the text ends with "…". Unlike text::EndsInEllipsis, allows
/// no bracket after it: EllipsisAt knows the forms with brackets.
bool EndsInBareEllipsis(std::string_view text) {
  return text.ends_with("…") || text.ends_with("...");
}

/// Returns the part of the boilerplate that the paragraph belongs to.
std::optional<Part> PartOf(const ItemParagraph& paragraph) {
  constexpr size_t kMaxBytes = 1'000;
  if (paragraph.text.size() > kMaxBytes) return std::nullopt;
  text::Block block;
  block.raw = paragraph.text;
  block.text = paragraph.text;
  block.measure = text::MeasureOf(paragraph.text);
  block.ends_sentence = text::EndsSentence(paragraph.text);
  static const lexicon::PhraseIndex kHeadings(lexicon::TailHeadings());
  if (kHeadings.Holds(text::Folded(Bare(paragraph.text)))) {
    return Part::kOtherArticles;
  }
  return lexicon::BoilerplateOf(block);
}

/// Returns whether the paragraph may be an entry of a list of links.
bool MayBeEntry(const ItemParagraph& paragraph) {
  constexpr int32_t kMaxColumns = 120;
  return paragraph.is_link ||
         (text::MeasureOf(paragraph.text).columns <= kMaxColumns &&
          !text::EndsSentence(paragraph.text));
}

/// Returns whether paragraph `i` is an entry of a list of the article, although
/// it is a word such as "Share": one word without marks, after a short line.
bool IsOneWordEntry(const std::vector<ItemParagraph>& paragraphs, size_t i) {
  if (i == 0 || paragraphs[i].is_link || paragraphs[i - 1].is_link) {
    return false;
  }
  const std::string_view text = paragraphs[i].text;
  return Bare(text).size() == text.size() && text::MeasureOf(text).words == 1 &&
         MayBeEntry(paragraphs[i - 1]) && !PartOf(paragraphs[i - 1]);
}

/// Returns the number of paragraphs before the boilerplate at the end of the
/// item. Links may follow a line of boilerplate, and any short lines may follow
/// the heading of a list of other articles.
size_t SizeWithoutBoilerplate(const std::vector<ItemParagraph>& paragraphs) {
  constexpr size_t kMaxEntries = 20;
  size_t size = paragraphs.size();
  bool only_links = true;
  for (size_t i = paragraphs.size(); i > 1 && size - i < kMaxEntries; --i) {
    const ItemParagraph& paragraph = paragraphs[i - 1];
    const bool is_before_links = only_links && i < paragraphs.size();
    const std::optional<Part> part =
        is_before_links || !IsOneWordEntry(paragraphs, i - 1)
            ? PartOf(paragraph)
            : std::nullopt;
    if (part && (only_links || *part == Part::kOtherArticles)) {
      size = i - 1;
      only_links = true;
    } else if (MayBeEntry(paragraph)) {
      only_links = only_links && paragraph.is_link;
    } else {
      break;
    }
  }
  return size;
}

void Drop(size_t size, std::vector<ItemParagraph>& paragraphs,
          Evidence& evidence) {
  for (size_t i = size; i < paragraphs.size(); ++i) {
    evidence.Add(Field::kParagraphs, std::move(paragraphs[i].text), "content",
                 "the tail of a feed item");
  }
  paragraphs.resize(size);
}

}  // namespace

bool RemoveTail(const ItemNames& names, bool is_link, std::string& text) {
  constexpr int kMaxParts = 16;
  bool is_cut = false;
  for (int part = 0; part < kMaxParts && !text.empty(); ++part) {
    const Tail tail = TailOf(text, names, is_link);
    if (tail.begin == std::string::npos) break;
    is_cut = is_cut || tail.shows_cut;
    text = text::Tidy(std::string_view(text).substr(0, tail.begin));
  }
  return is_cut;
}

bool RemoveTail(const ItemNames& names, std::vector<ItemParagraph>& paragraphs,
                Evidence& evidence) {
  bool is_cut = false;
  for (size_t size = paragraphs.size() + 1; size != paragraphs.size();) {
    size = paragraphs.size();
    if (size == 0 || IsOneWordEntry(paragraphs, size - 1)) break;
    std::string text = paragraphs.back().text;
    is_cut = RemoveTail(names, paragraphs.back().is_link, text) || is_cut;
    if (!text.empty()) {
      paragraphs.back().text = std::move(text);
      Drop(SizeWithoutBoilerplate(paragraphs), paragraphs, evidence);
    } else if (size > 1) {
      Drop(size - 1, paragraphs, evidence);
    }
  }
  return is_cut ||
         (!paragraphs.empty() && EndsInBareEllipsis(paragraphs.back().text));
}

}  // namespace newsmill::extract::items
