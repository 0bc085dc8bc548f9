// Collects the fields of one feed item. Several elements may contain the same
// field, for example a date. Then the element with the best rank is used. Rank
// 0 is the best.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "feed.h"
#include "feed_names.h"

namespace newsmill::input {

/// The values that a feed contains once for all its items.
struct FeedDefaults {
  std::string title;
  std::string url;
  std::string link;
  std::string language;
  std::vector<std::string> authors;
  // The URL from which the feed was fetched. "" if the URLs of the entries are
  // already resolved against it.
  std::string fetched_url{};
};

/// A text of a feed, the kind of its markup, and the base URL for relative URLs
/// in the text.
struct FeedText {
  std::string value;
  model::Markup markup = model::Markup::kText;
  std::string base_url;
  std::string language;
};

/// Keeps the added value with the best rank. Rank 0 is the best. If several
/// values have the best rank, keeps the first of them.
template <typename T>
class Best {
 public:
  void Offer(int rank, T value) {
    if (rank >= rank_) return;
    rank_ = rank;
    value_ = std::move(value);
  }
  bool empty() const { return rank_ == kNone; }
  const T& value() const { return value_; }

 private:
  static constexpr int kNone = 127;
  int rank_ = kNone;
  T value_{};
};

/// Keeps all added names with the best rank. Drops repeated names.
class BestNames {
 public:
  void Offer(int rank, std::string name);
  const std::vector<std::string>& names() const { return names_; }

 private:
  int rank_ = 127;
  std::vector<std::string> names_;
};

/// Keeps the text with the best rank for each language.
class TextByLanguage {
 public:
  void Offer(int rank, FeedText text);
  /// Returns the text in `language` or without a language. If there are several
  /// such texts, returns the text with the best rank. If there is none, returns
  /// the text with the best rank in any language.
  const FeedText& In(std::string_view language) const;

 private:
  std::vector<std::pair<int, FeedText>> texts_;
};

/// A content or summary of an item.
struct RankedText {
  bool is_summary = false;
  int rank = 0;
  FeedText text;
};

class EntryBuilder {
 public:
  explicit EntryBuilder(int32_t max_names) : max_names_(max_names) {}

  void Title(int rank, FeedText text);
  void Link(int rank, std::string url);
  void Guid(int rank, std::string guid, bool may_be_link);
  /// Sets an identifier, and the URL of the item's page that it states. The
  /// URL may be "".
  void Guid(int rank, std::string guid, std::string url);
  void Date(Field field, int rank, std::string date);
  void Author(int rank, std::string name);
  void Summary(int rank, FeedText text);
  void Content(int rank, FeedText text);
  void Category(std::string name);
  void Language(std::string language);
  void Image(model::FeedImage image);
  /// Returns the image that was added last, or null if there is none. Captions
  /// in the feed belong to the last image.
  model::FeedImage* LastImage();
  /// Set the caption and the credit of images that do not have them yet. The
  /// caption is used only if the item has exactly one image.
  void Caption(std::string caption) { caption_ = std::move(caption); }
  void Credit(std::string credit) { credit_ = std::move(credit); }
  /// Sets the name of the source that a news agency credits for the story.
  void StoryCredit(int rank, std::string name);
  // Only formats of news agencies contain the next fields.
  void Subtitle(int rank, std::string line);
  void Section(int rank, std::string name);
  void Byline(int rank, std::string line);
  void Provider(int rank, std::string name);
  void ProviderLink(int rank, std::string url);
  void Rights(std::string line);
  /// Sets the end of an embargo, which becomes the time of publication.
  void Embargo(std::string date);
  /// Returns true if the item has more than `max_names` images, tags, bylines
  /// and authors together. The builder drops names above this limit, because it
  /// compares each name with all earlier names. This would take too long for
  /// many names.
  bool HasTooManyNames() const { return names_ > max_names_; }
  /// Sets the reason why the item is not an article. Later calls have no
  /// effect.
  void NotAnArticle(std::string why);

  /// Returns the entry with all fields. `base_url` and `language` apply to the
  /// XML element or JSON object of the item.
  FeedEntry Build(std::string_view base_url, std::string_view language);

 private:
  /// Counts a name. Returns false if the name is empty, or if there are more
  /// than `max_names` names. The caller then drops the name.
  bool Counts(std::string_view name);
  void AddText(RankedText text);
  void SetTexts(FeedEntry& entry);
  void SetWireFields(model::FeedItem& item);

  int32_t max_names_;
  int32_t names_ = 0;
  TextByLanguage title_;
  Best<std::string> link_;
  Best<std::string> guid_;
  Best<std::string> published_;
  Best<std::string> modified_;
  std::vector<RankedText> texts_;  // in the order of trust: contents first
  BestNames authors_;
  std::vector<std::string> categories_;
  std::vector<model::FeedImage> images_;
  Best<std::string> subtitle_;
  Best<std::string> section_;
  Best<std::string> credit_line_;
  Best<std::string> provider_;
  Best<std::string> provider_link_;
  BestNames bylines_;
  std::string rights_;
  std::string embargo_;
  std::string not_an_article_;
  std::string language_;
  std::string guid_link_;
  std::string caption_;
  std::string credit_;
};

/// Copies the defaults to each entry that does not contain these fields itself.
/// Resolves the relative URLs. Their base is the URL from which the feed was
/// fetched, or else the URL that the feed states for itself. If the site of the
/// feed is on another host, the base is the URL of the site, because a service
/// distributes the feed. Removes a link that stays relative. Returns `limit` if
/// the copies would be too large.
std::optional<model::Rejection> AddDefaults(const FeedDefaults& defaults,
                                            const Options& options, Feed& feed);

}  // namespace newsmill::input
