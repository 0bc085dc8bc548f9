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
// Short lines side by side with boilerplate are boilerplate.
constexpr int32_t kMaxContagionColumns = 48;
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
      return "says when, by whom or where from";
    case Part::kNotice:
      return "boilerplate";
    case Part::kOtherArticles:
      return "heads other articles";
    case Part::kLegal:
      return "says who holds the rights";
    case Part::kTags:
      return "lists tags";
    default:
      return "";
  }
}

class Layout {
 public:
  Layout(std::vector<Line> lines, std::string_view title_hint, Trace* trace)
      : lines_(std::move(lines)),
        headline_(HeadlineOf(lines_, title_hint)),
        trace_(trace) {}

  ArticleText Read() {
    TakeHead();
    FindBodyEnd();
    SpreadBoilerplate();
    TrimBodyEnd();
    TakeBody();
    TakeFoot();
    article_.confidence = Confidence();
    return std::move(article_);
  }

 private:
  /// Said to whoever asks why.
  void Took(std::string_view field, std::string_view value, size_t i,
            std::string_view reason) {
    if (trace_ == nullptr) return;
    trace_->Won(field, value, "block " + std::to_string(i + 1), reason);
  }
  void Left(std::string_view field, std::string_view value, size_t i,
            std::string_view reason) {
    if (trace_ == nullptr) return;
    trace_->Lost(field, value, "block " + std::to_string(i + 1), reason);
  }

  Part part(size_t i) const { return lines_[i].part; }
  std::string& text(size_t i) { return lines_[i].block.text; }

  void TakeHead() {
    if (headline_.title) article_.title = text(*headline_.title);
    if (headline_.subtitle) article_.subtitle = text(*headline_.subtitle);
    if (headline_.section) article_.section = Section(*headline_.section);
    for (size_t i = 0; i < headline_.body; ++i) {
      if (part(i) == Part::kByline) Merge(i);
    }
    body_end_ = lines_.size();
    TraceHead();
  }

  void TraceHead() {
    for (size_t i = 0; i < headline_.body; ++i) {
      if (i == headline_.title) {
        Took("title", text(i), i, "the headline by its place");
      } else if (i == headline_.subtitle) {
        Took("subtitle", text(i), i, "under the headline");
      } else if (i == headline_.section) {
        Took("section", article_.section, i, "above the headline");
      } else if (IsTitleLike(lines_[i])) {
        Left("title", text(i), i, Name(part(i)));
      }
    }
  }

  /// The last step of a breadcrumb.
  std::string Section(size_t i) {
    std::string_view trail = text(i);
    for (const std::string_view mark : {" >> ", " > ", " » ", " › "}) {
      const size_t at = trail.rfind(mark);
      if (at != trail.npos) trail.remove_prefix(at + mark.size());
    }
    return std::string(trail);
  }

  void Merge(size_t i) {
    const MetaLine& meta = lines_[i].meta;
    Fill(article_.meta.published_at, meta.published_at, "published_at", i);
    Fill(article_.meta.modified_at, meta.modified_at, "modified_at", i);
    Fill(article_.meta.credit, meta.credit, "credit", i);
    auto& authors = article_.meta.authors;
    for (const std::string& author : meta.authors) {
      if (std::ranges::find(authors, author) == authors.end()) {
        authors.push_back(author);
        Took("authors", author, i, "named there");
      }
    }
  }

  void Fill(std::string& field, const std::string& value, std::string_view name,
            size_t i) {
    if (value.empty()) return;
    if (field.empty()) {
      field = value;
      Took(name, value, i, "the first that says so");
    } else {
      Left(name, value, i, "an earlier one says so");
    }
  }

  int64_t ProseBetween(size_t begin, size_t end) const {
    int64_t letters = 0;
    for (size_t i = begin; i < end; ++i) {
      if (part(i) == Part::kParagraph)
        letters += lines_[i].block.measure.letters;
    }
    return letters;
  }

  /// Before the first heading over other articles, or copyright line, that has
  /// most of the text before it. One pass: the sums run along.
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

  bool IsContagious(size_t i) const {
    return part(i) == Part::kShortLine &&
           lines_[i].block.columns() <= kMaxContagionColumns &&
           !lines_[i].block.ends_sentence && !IsListItem(lines_[i].block.text);
  }

  /// Menus hold words that no list knows beside words that it does.
  void SpreadBoilerplate() {
    for (size_t i = headline_.body; i < body_end_;) {
      size_t end = i;
      bool notice = false;
      size_t shorts = 0;
      while (end < body_end_ &&
             (IsContagious(end) || IsBoilerplate(part(end)))) {
        notice |= IsBoilerplate(part(end));
        shorts += IsContagious(end) ? 1 : 0;
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

  /// Right behind the last paragraph, short sentences and list items are the
  /// article's; what follows is not.
  void TrimBodyEnd() {
    foot_ = body_end_;
    if (ProseBetween(headline_.body, body_end_) == 0) return;
    while (part(foot_ - 1) != Part::kParagraph) --foot_;
    while (foot_ < body_end_ && MayEndBody(foot_)) ++foot_;
  }

  void TakeBody() {
    const std::string title = model::NormalisedText(article_.title);
    for (size_t i = headline_.body; i < foot_; ++i) {
      if (part(i) == Part::kByline) Merge(i);
      if (part(i) != Part::kParagraph && part(i) != Part::kShortLine) {
        Left("paragraphs", text(i), i, Name(part(i)));
        continue;
      }
      const bool repeats_title = article_.paragraphs.empty() &&
                                 !title.empty() &&
                                 model::NormalisedText(text(i)) == title;
      if (repeats_title || lines_[i].block.measure.letters == 0) continue;
      Took("paragraphs", text(i), i, Name(part(i)));
      if (part(i) == Part::kParagraph) ++prose_;
      article_.letters += lines_[i].block.measure.letters;
      article_.paragraphs.push_back(std::move(text(i)));
    }
    if (article_.paragraphs.empty()) return;
    if (article_.meta.credit.empty()) {
      article_.meta.credit =
          bylines::AgencyOfDateline(article_.paragraphs.front());
      if (!article_.meta.credit.empty()) {
        Win(trace_, "credit", article_.meta.credit, "dateline",
            "no other line says so");
      }
    }
    const std::string& last = article_.paragraphs.back();
    article_.truncated = last.ends_with("…") || last.ends_with("...") ||
                         last.ends_with("[…]") || last.ends_with("[...]");
  }

  void TakeFoot() {
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (part(i) == Part::kTags && article_.tags.empty()) TakeTags(i);
      if (i < foot_) continue;
      if (part(i) == Part::kByline) Merge(i);
      Left("paragraphs", text(i), i, "behind the article");
    }
    for (size_t i = lines_.size(); i-- > 0 && article_.publisher.empty();) {
      if (lexicon::BoilerplateOf(lines_[i].block) != Part::kLegal) continue;
      article_.publisher = lexicon::CopyrightHolder(text(i));
    }
  }

  void TakeTags(size_t i) {
    std::string_view line = text(i);
    size_t begin = line.find(':');
    begin = begin == line.npos ? line.find("：") : begin;
    if (begin == line.npos) return;
    line.remove_prefix(begin + (line[begin] == ':' ? 1 : 3));
    while (!line.empty() && article_.tags.size() < kMaxTags) {
      const size_t end = std::min(line.find_first_of(",;|#"), line.size());
      std::string tag = text::Tidy(line.substr(0, end));
      line.remove_prefix(std::min(end + 1, line.size()));
      if (tag.empty() || text::MeasureOf(tag).columns > kMaxTagColumns)
        continue;
      Took("tags", tag, i, "listed there");
      article_.tags.push_back(std::move(tag));
    }
  }

  /// How far the text looked like an article: nobody has judged the result.
  double Confidence() const {
    if (article_.paragraphs.empty()) return 0.0;
    double confidence = 0.3;
    if (!article_.title.empty()) confidence += 0.2;
    if (prose_ >= 1) confidence += 0.1;
    if (prose_ >= 3) confidence += 0.1;
    if (!article_.meta.published_at.empty()) confidence += 0.1;
    const auto paragraphs = static_cast<double>(article_.paragraphs.size());
    confidence += 0.1 * static_cast<double>(prose_) / paragraphs;
    return confidence;
  }

  std::vector<Line> lines_;
  const Headline headline_;
  Trace* trace_;
  ArticleText article_;
  size_t body_end_ = 0;
  size_t foot_ = 0;
  size_t prose_ = 0;
};

}  // namespace

ArticleText ArticleTextOf(std::vector<text::Block> blocks,
                          std::string_view title_hint, dates::DayOrder order,
                          Trace* trace) {
  return Layout(ClassifiedLines(std::move(blocks), order), title_hint, trace)
      .Read();
}

}  // namespace newsmill::extract::plain
