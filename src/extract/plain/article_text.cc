#include "article_text.h"

#include <algorithm>
#include <utility>

#include "extract/bylines/names.h"
#include "extract/lexicon/copyright.h"
#include "headline.h"
#include "headline_shapes.h"
#include "newsmill/model/identity.h"

namespace newsmill::extract::plain {
namespace {

constexpr size_t kMaxTags = 32;
constexpr int32_t kMaxTagColumns = 60;
// Maximum width of a short line that becomes boilerplate because the lines
// around it are boilerplate.
constexpr int32_t kMaxJoiningColumns = 48;
constexpr int32_t kMinSentenceLetters = 8;

bool IsBoilerplate(Part part) {
  return part == Part::kNotice || part == Part::kOtherArticles ||
         part == Part::kLegal;
}

std::string_view Name(Part part) {
  switch (part) {
    case Part::kParagraph:
      return "a paragraph";
    case Part::kShortLine:
      return "a short line";
    case Part::kByline:
      return "a date, byline or source";
    case Part::kNotice:
      return "boilerplate";
    case Part::kOtherArticles:
      return "a heading above other articles";
    case Part::kLegal:
      return "a copyright line";
    case Part::kTags:
      return "a list of tags";
    default:
      return "";
  }
}

class Layout {
 public:
  Layout(std::vector<Line> lines, std::string_view title_hint)
      : lines_(std::move(lines)), headline_(HeadlineOf(lines_, title_hint)) {}

  ArticleText Read() {
    ReadHead();
    FindBodyEnd();
    SpreadBoilerplate();
    TrimBodyEnd();
    ReadBody();
    ReadBylines(0, foot_);
    ReadDateline();
    ReadBylines(foot_, lines_.size());
    ReadTags();
    ReadPublisher();
    article_.confidence = Confidence();
    article_.lines = std::move(lines_);
    return std::move(article_);
  }

 private:
  void Add(Field field, std::string value, size_t line,
           std::string_view objection = {}) {
    article_.evidence.Add(field, std::move(value),
                          "line " + std::to_string(line + 1), objection);
  }

  Part part(size_t i) const { return lines_[i].part; }
  const std::string& text(size_t i) const { return lines_[i].block.text; }

  void ReadHead() {
    for (size_t i = 0; i < headline_.body; ++i) {
      if (i == headline_.title) {
        Add(Field::kTitle, text(i), i);
      } else if (i == headline_.subtitle) {
        Add(Field::kSubtitle, text(i), i);
      } else if (i == headline_.section) {
        Add(Field::kSection, Section(i), i);
      } else if (IsTitleLike(lines_[i])) {
        Add(Field::kTitle, text(i), i, Name(part(i)));
      }
    }
    body_end_ = lines_.size();
  }

  /// Returns the section that line `i` names: "Islands" for "Home > World >
  /// Islands".
  std::string Section(size_t i) const {
    std::string_view trail = text(i);
    for (const std::string_view mark : {" >> ", " > ", " » ", " › "}) {
      const size_t at = trail.rfind(mark);
      if (at != trail.npos) trail.remove_prefix(at + mark.size());
    }
    return std::string(trail);
  }

  void ReadBylines(size_t begin, size_t end) {
    for (size_t i = begin; i < end; ++i) {
      if (part(i) != Part::kByline) continue;
      const MetaLine& meta = lines_[i].meta;
      Add(Field::kPublishedAt, meta.published_at, i);
      Add(Field::kModifiedAt, meta.modified_at, i);
      Add(Field::kCredit, meta.credit, i);
      for (const std::string& author : meta.authors) {
        const bool known = std::ranges::find(article_.evidence[Field::kAuthors],
                                             author, &Candidate::value) !=
                           article_.evidence[Field::kAuthors].end();
        Add(Field::kAuthors, author, i, known ? "named above" : "");
      }
    }
  }

  void ReadDateline() {
    if (article_.paragraphs.empty()) return;
    article_.evidence.Add(
        Field::kCredit, bylines::AgencyOfDateline(article_.paragraphs.front()),
        "dateline");
  }

  int64_t ProseBetween(size_t begin, size_t end) const {
    int64_t letters = 0;
    for (size_t i = begin; i < end; ++i) {
      if (part(i) == Part::kParagraph)
        letters += lines_[i].block.measure.letters;
    }
    return letters;
  }

  /// Finds the end of the body. The body ends before a copyright line or a
  /// heading above other articles, if at least two thirds of the prose precede
  /// this line.
  void FindBodyEnd() {
    const int64_t all = ProseBetween(headline_.body, lines_.size());
    int64_t before = 0;
    for (size_t i = headline_.body; i < lines_.size(); ++i) {
      if (part(i) == Part::kParagraph)
        before += lines_[i].block.measure.letters;
      const bool ends =
          part(i) == Part::kOtherArticles || part(i) == Part::kLegal;
      if (ends && before > 0 && (all - before) * 2 <= before) {
        body_end_ = i;
        return;
      }
    }
  }

  bool MayJoinBoilerplate(size_t i) const {
    return part(i) == Part::kShortLine &&
           lines_[i].block.columns() <= kMaxJoiningColumns &&
           !lines_[i].block.ends_sentence && !IsListItem(lines_[i].block.text);
  }

  /// Marks short lines around lines of boilerplate as boilerplate too, because
  /// menus contain words that are not in the lists of phrases.
  void SpreadBoilerplate() {
    for (size_t i = headline_.body; i < body_end_;) {
      size_t end = i;
      bool notice = false;
      size_t shorts = 0;
      while (end < body_end_ &&
             (MayJoinBoilerplate(end) || IsBoilerplate(part(end)))) {
        notice |= IsBoilerplate(part(end));
        shorts += MayJoinBoilerplate(end) ? 1 : 0;
        ++end;
      }
      if (notice && shorts >= 2) {
        for (size_t k = i; k < end; ++k) lines_[k].part = Part::kNotice;
      }
      i = std::max(end, i + 1);
    }
  }

  bool MayEndBody(size_t i) const {
    const text::Block& block = lines_[i].block;
    const bool sentence =
        block.ends_sentence && block.measure.letters >= kMinSentenceLetters;
    return part(i) == Part::kShortLine && (sentence || IsListItem(block.text));
  }

  /// Moves the end of the body to the last paragraph. Short sentences and list
  /// items directly after that paragraph also belong to the body. All later
  /// lines do not belong to the body.
  void TrimBodyEnd() {
    foot_ = body_end_;
    if (ProseBetween(headline_.body, body_end_) == 0) return;
    while (part(foot_ - 1) != Part::kParagraph) --foot_;
    while (foot_ < body_end_ && MayEndBody(foot_)) ++foot_;
  }

  void ReadBody() {
    const std::string title =
        headline_.title ? model::NormalisedText(text(*headline_.title)) : "";
    article_.verdicts.assign(lines_.size(), "after the article");
    std::fill_n(article_.verdicts.begin(), headline_.body, "in the head");
    for (size_t i = headline_.body; i < foot_; ++i) {
      text::Block& block = lines_[i].block;
      if (part(i) != Part::kParagraph && part(i) != Part::kShortLine) {
        article_.verdicts[i] = Name(part(i));
        continue;
      }
      const bool repeats_title = article_.paragraphs.empty() &&
                                 !title.empty() &&
                                 model::NormalisedText(block.text) == title;
      article_.verdicts[i] = repeats_title                ? "repeats the title"
                             : block.measure.letters == 0 ? "without a letter"
                                                          : "";
      if (!article_.verdicts[i].empty()) continue;
      if (part(i) == Part::kParagraph) ++prose_;
      article_.letters += block.measure.letters;
      article_.paragraphs.push_back(std::move(block.text));
    }
    if (article_.paragraphs.empty()) return;
    const std::string& last = article_.paragraphs.back();
    article_.truncated = last.ends_with("…") || last.ends_with("...") ||
                         last.ends_with("[…]") || last.ends_with("[...]");
  }

  void ReadPublisher() {
    for (size_t i = lines_.size(); i-- > 0 && article_.publisher.empty();) {
      if (lexicon::BoilerplateOf(lines_[i].block) != Part::kLegal) continue;
      article_.publisher = lexicon::CopyrightHolder(text(i));
    }
  }

  /// Reads the tags in the first line that contains tags.
  void ReadTags() {
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (part(i) == Part::kTags && article_.evidence[Field::kTags].empty()) {
        ReadTagsOf(i);
      }
    }
  }

  void ReadTagsOf(size_t i) {
    std::string_view line = text(i);
    size_t begin = line.find(':');
    begin = begin == line.npos ? line.find("：") : begin;
    if (begin == line.npos) return;
    line.remove_prefix(begin + (line[begin] == ':' ? 1 : 3));
    const auto& tags = article_.evidence[Field::kTags];
    while (!line.empty() && tags.size() < kMaxTags) {
      const size_t end = std::min(line.find_first_of(",;|#"), line.size());
      std::string tag = text::Tidy(line.substr(0, end));
      line.remove_prefix(std::min(end + 1, line.size()));
      if (text::MeasureOf(tag).columns > kMaxTagColumns) continue;
      Add(Field::kTags, std::move(tag), i);
    }
  }

  /// Returns how typical the text is for an article, from 0 to 1. This number
  /// does not measure the quality of the extraction.
  double Confidence() const {
    if (article_.paragraphs.empty()) return 0.0;
    double confidence = 0.3;
    if (headline_.title) confidence += 0.2;
    if (prose_ >= 1) confidence += 0.1;
    if (prose_ >= 3) confidence += 0.1;
    if (!article_.evidence[Field::kPublishedAt].empty()) confidence += 0.1;
    const auto paragraphs = static_cast<double>(article_.paragraphs.size());
    confidence += 0.1 * static_cast<double>(prose_) / paragraphs;
    return confidence;
  }

  std::vector<Line> lines_;
  const Headline headline_;
  ArticleText article_;
  size_t body_end_ = 0;
  size_t foot_ = 0;
  size_t prose_ = 0;
};

}  // namespace

ArticleText ArticleTextOf(std::vector<text::Block> blocks,
                          std::string_view title_hint,
                          const dates::DateStyle& style) {
  return Layout(ClassifiedLines(std::move(blocks), style), title_hint).Read();
}

}  // namespace newsmill::extract::plain
