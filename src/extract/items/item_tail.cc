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

// A part at the end of a text.
struct Tail {
  size_t begin = std::string::npos;
  bool shows_cut = false;
};

/// Returns whether the normal form of `text` contains that of `name`.
bool Names(std::string_view text, std::string_view name) {
  const std::string wanted = model::NormalisedText(name);
  return !wanted.empty() &&
         model::NormalisedText(text).find(wanted) != std::string::npos;
}

/// Returns the text without blanks, dots, arrows and brackets at its ends.
std::string_view Bare(std::string_view text) {
  static constexpr auto kMarks = std::to_array<std::string_view>(
      {"…",  "→", "»", "›", "«",  "‹", "←", "➔", "➡", "▸", "►",       "。",
       "：", "⟶", "⇒", "↦", "＞", "↗", "•", "·", "–", "—", "\xC2\xA0"});
  for (size_t size = text.size() + 1; size != text.size();) {
    size = text.size();
    text = Trim(text, " \t\r\n.:-|*#>[]()<!+=_~/\"");
    for (const std::string_view mark : kMarks) {
      if (text.starts_with(mark)) text.remove_prefix(mark.size());
      if (text.ends_with(mark)) text.remove_suffix(mark.size());
    }
  }
  return text;
}

/// Returns where the credit sentence of that form begins in `end`, or npos.
/// `middle` is the position of the middle of the form.
size_t CreditStart(std::string_view end, size_t middle,
                   const lexicon::CreditForm& form, const ItemNames& names,
                   bool is_link) {
  constexpr size_t kMaxOtherBytes = 40;
  const std::string_view before = end.substr(0, middle);
  if (form.begin.empty()) {
    // The sentence begins with the title, in a paragraph of its own.
    const bool is_title =
        before.size() <= names.title.size() + kMaxOtherBytes &&
        Names(before, names.title);
    return is_title ? 0 : end.npos;
  }
  const size_t first = end.substr(0, middle + 1).rfind(form.begin);
  if (first == end.npos) return end.npos;
  const std::string_view sentence = end.substr(first);
  const bool is_sure = (is_link && first == 0) ||
                       Names(sentence, names.title) ||
                       Names(sentence, names.site);
  return is_sure ? first : end.npos;
}

/// Returns the sentence at the end of the text that credits the article to its
/// site.
Tail CreditAt(std::string_view text, const ItemNames& names, bool is_link) {
  static const lexicon::PhraseIndex kMiddles(lexicon::CreditMiddles());
  const size_t window =
      text.size() > kMaxCreditBytes ? text.size() - kMaxCreditBytes : 0;
  const std::string_view end = text.substr(window);
  for (size_t at = 0; at < end.size(); ++at) {
    for (int32_t i = kMiddles.PrefixOf(end.substr(at)); i >= 0;
         i = kMiddles.PrefixOf(end.substr(at), i + 1)) {
      const lexicon::CreditForm& form =
          lexicon::CreditForms()[static_cast<size_t>(i)];
      const size_t first = CreditStart(end, at, form, names, is_link);
      const bool is_whole = first == 0 && window == 0;
      if (first == end.npos || (form.begin.empty() && !is_whole)) continue;
      return {window + first, false};
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
    if (bare.size() > 8 && wanted.starts_with(bare)) return true;
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

Tail CallAt(std::string_view text, const ItemNames& names, bool is_link) {
  for (const size_t begin : SentenceStarts(text)) {
    const bool is_whole = begin == 0;
    if (IsCall(text.substr(begin), names, is_link && is_whole)) {
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

Tail TailOf(std::string_view text, const ItemNames& names, bool is_link) {
  for (const Tail& tail : {EllipsisAt(text), CreditAt(text, names, is_link),
                           NoticeAt(text), CallAt(text, names, is_link)}) {
    if (tail.begin != std::string::npos) return tail;
  }
  return {};
}

bool EndsInEllipsis(std::string_view text) {
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

/// Returns the number of paragraphs before the boilerplate at the end of the
/// item. Links may follow a line of boilerplate, and any short lines may follow
/// the heading of a list of other articles.
size_t SizeWithoutBoilerplate(const std::vector<ItemParagraph>& paragraphs) {
  constexpr size_t kMaxEntries = 20;
  size_t size = paragraphs.size();
  bool only_links = true;
  for (size_t i = paragraphs.size(); i > 1 && size - i < kMaxEntries; --i) {
    const ItemParagraph& paragraph = paragraphs[i - 1];
    const std::optional<Part> part = PartOf(paragraph);
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
    if (paragraphs.empty()) break;
    std::string text = paragraphs.back().text;
    is_cut = RemoveTail(names, paragraphs.back().is_link, text) || is_cut;
    if (text.empty()) {
      Drop(size - 1, paragraphs, evidence);
      continue;
    }
    paragraphs.back().text = std::move(text);
    Drop(SizeWithoutBoilerplate(paragraphs), paragraphs, evidence);
  }
  return is_cut ||
         (!paragraphs.empty() && EndsInEllipsis(paragraphs.back().text));
}

}  // namespace newsmill::extract::items
