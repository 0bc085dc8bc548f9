#include "feed_entry.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "feed_limits.h"
#include "feed_markup.h"
#include "markup_capture.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/url_reference.h"

namespace newsmill::input {
namespace {

void AddOnce(std::string name, std::vector<std::string>& names) {
  if (name.empty() || std::ranges::find(names, name) != names.end()) return;
  names.push_back(std::move(name));
}

/// Returns the primary language of a language tag: "en" for "en-GB".
std::string_view PrimaryOf(std::string_view language) {
  return language.substr(0, language.find_first_of("-_"));
}

void OfferText(Best<std::string>& best, int rank, std::string text) {
  if (!text.empty()) best.Offer(rank, std::move(text));
}

// The worst rank of a summary that may be the article. A media:description
// has a worse rank, because it is often a caption.
constexpr int kWorstArticleRank = 4;

// A text that has at least that many bytes more may be the article, although a
// text before it is more trusted.
constexpr size_t kMinMoreBytes = 60;

bool MayBeArticle(const RankedText& text) {
  return !text.is_summary || text.rank <= kWorstArticleRank;
}

/// Returns the text that is the article: the first text, or a later text that
/// has more than one and a half times as much text. `texts` is in the order of
/// trust and not empty.
const RankedText& ArticleIn(const std::vector<RankedText>& texts) {
  const auto bytes = [](const RankedText& each, size_t most) {
    return ReadableBytes(each.text.value, each.text.markup, most);
  };
  size_t longest = 0;
  for (size_t i = 1; i < texts.size(); ++i) {
    longest = std::max(longest, texts[i].text.value.size());
  }
  const RankedText* article = &texts.front();
  size_t most = longest == 0 ? 0 : bytes(*article, longest);
  for (const RankedText& each : texts) {
    const size_t needed =
        most == 0 ? 0 : most + std::max(most / 2, kMinMoreBytes);
    if (each.text.value.size() <= needed || !(MayBeArticle(each) || most == 0))
      continue;
    const size_t size = bytes(each, std::string::npos);
    if (size <= needed) continue;
    article = &each;
    most = size;
  }
  return *article;
}

/// Returns the summary of an item: the first summary, or the first content if a
/// summary is the article. Returns null if the item has no other text.
const FeedText* SummaryIn(const std::vector<RankedText>& texts,
                          const RankedText& article) {
  const auto found = std::ranges::find_if(texts, [&](const RankedText& each) {
    return each.is_summary != article.is_summary;
  });
  return found == texts.end() ? nullptr : &found->text;
}

/// Appends the image elements of the HTML source, without other elements.
void AppendImages(std::string_view html, std::string& out) {
  constexpr std::string_view kStart = "<img ";
  for (size_t at = html.find(kStart); at != html.npos; at = html.find(kStart)) {
    html.remove_prefix(at);
    char quote = 0;
    const auto end = std::ranges::find_if(html, [&](char c) {
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
      return quote == 0 && c == '>';
    });
    if (end == html.end()) return;
    out.append(html.begin(), end).append(">");
    html.remove_prefix(end - html.begin());
  }
}

/// Returns the image elements of the contents that are neither the article nor
/// its summary.
std::string OtherImages(const std::vector<RankedText>& texts,
                        const RankedText& article, const FeedText* summary) {
  std::string images;
  for (const RankedText& each : texts) {
    if (!each.is_summary && &each != &article && &each.text != summary &&
        each.text.markup == model::Markup::kHtml) {
      AppendImages(each.text.value, images);
    }
  }
  return images;
}

/// Adds the images to the summary, because the pictures of a summary are
/// pictures of the item.
void AddImages(std::string_view images, model::FeedItem& item) {
  if (images.empty()) return;
  if (item.summary_markup != model::Markup::kHtml) {
    const std::string plain = std::exchange(item.summary, "");
    AppendEscaped(plain, item.summary);
    item.summary_markup = model::Markup::kHtml;
  }
  item.summary += images;
}

/// Returns the scheme-less start of an absolute URL: "//post.example".
std::string HostOf(std::string_view url) {
  url.remove_prefix(url.find("//"));
  return LowerAscii(url.substr(0, url.find_first_of("/?#", 2)));
}

/// Returns the base of the relative URLs of a feed, or "" (AddDefaults).
std::string_view BaseOf(const FeedDefaults& defaults) {
  std::string_view own = BaseUrlOf(defaults.fetched_url);
  if (own.empty()) own = BaseUrlOf(defaults.url);
  const std::string_view site = BaseUrlOf(defaults.link);
  if (own.empty() || site.empty()) return own.empty() ? site : own;
  return HostOf(own) == HostOf(site) ? own : site;
}

void Resolve(std::string_view base, std::string& url) {
  if (!url.empty() && !IsAbsoluteUrl(url)) url = ResolvedUrl(url, base);
}

/// Resolves the URLs of the entry that are still relative. Removes a link that
/// stays relative, because two feeds may have the same relative link.
void ResolveUrls(std::string_view base, FeedEntry& entry) {
  Resolve(base, entry.url);
  Resolve(base, entry.permalink);
  if (!IsAbsoluteUrl(entry.url)) entry.url = entry.permalink;
  if (!IsAbsoluteUrl(entry.url)) entry.url.clear();
  for (model::FeedImage& image : entry.item.images) Resolve(base, image.url);
  if (!entry.item.base_url.empty()) return;
  entry.item.base_url = entry.url.empty() ? std::string(base) : entry.url;
}

}  // namespace

void BestNames::Offer(int rank, std::string name) {
  if (name.empty() || rank > rank_) return;
  if (rank < rank_) names_.clear();
  rank_ = rank;
  AddOnce(std::move(name), names_);
}

void TextByLanguage::Offer(int rank, FeedText text) {
  if (text.value.empty()) return;
  const auto known = std::ranges::find_if(texts_, [&](const auto& each) {
    return PrimaryOf(each.second.language) == PrimaryOf(text.language);
  });
  if (known == texts_.end()) {
    texts_.emplace_back(rank, std::move(text));
  } else if (rank < known->first) {
    *known = {rank, std::move(text)};
  }
}

const FeedText& TextByLanguage::In(std::string_view language) const {
  static const FeedText kNone;
  const auto cost = [&](const std::pair<int, FeedText>& each) {
    const std::string_view stated = PrimaryOf(each.second.language);
    const bool is_other = !stated.empty() && !language.empty() &&
                          !EqualsIgnoringCase(stated, PrimaryOf(language));
    return std::pair(is_other, each.first);
  };
  const auto best = std::ranges::min_element(texts_, {}, cost);
  return best == texts_.end() ? kNone : best->second;
}

void EntryBuilder::Title(int rank, FeedText text) {
  title_.Offer(rank, std::move(text));
}

void EntryBuilder::Link(int rank, std::string url) {
  OfferText(link_, rank, std::move(url));
}

void EntryBuilder::Guid(int rank, std::string guid, bool may_be_link) {
  std::string url = may_be_link && IsHttpUrl(guid) ? guid : "";
  Guid(rank, std::move(guid), std::move(url));
}

void EntryBuilder::Guid(int rank, std::string guid, std::string url) {
  if (guid_link_.empty()) guid_link_ = std::move(url);
  OfferText(guid_, rank, std::move(guid));
}

void EntryBuilder::Date(Field field, int rank, std::string date) {
  OfferText(field == Field::kModified ? modified_ : published_, rank,
            std::move(date));
}

void EntryBuilder::Author(int rank, std::string name) {
  if (Counts(name)) authors_.Offer(rank, std::move(name));
}

void EntryBuilder::Summary(int rank, FeedText text) {
  AddText({/*is_summary=*/true, rank, std::move(text)});
}

void EntryBuilder::Content(int rank, FeedText text) {
  AddText({/*is_summary=*/false, rank, std::move(text)});
}

void EntryBuilder::AddText(RankedText text) {
  constexpr size_t kMaxTexts = 32;
  if (text.text.value.empty() || texts_.size() == kMaxTexts) return;
  const auto trust = [](const RankedText& each) {
    return std::pair(each.is_summary, each.rank);
  };
  const auto after =
      std::ranges::upper_bound(texts_, trust(text), std::less(), trust);
  texts_.insert(after, std::move(text));
}

void EntryBuilder::Category(std::string name) {
  if (Counts(name)) AddOnce(std::move(name), categories_);
}

void EntryBuilder::Language(std::string language) {
  if (language_.empty()) language_ = std::move(language);
}

void EntryBuilder::Image(model::FeedImage image) {
  if (!Counts(image.url)) return;
  const auto same = [&](const model::FeedImage& other) {
    return other.url == image.url;
  };
  if (std::ranges::any_of(images_, same)) return;
  images_.push_back(std::move(image));
}

model::FeedImage* EntryBuilder::LastImage() {
  return images_.empty() ? nullptr : &images_.back();
}

void EntryBuilder::Subtitle(int rank, std::string line) {
  OfferText(subtitle_, rank, std::move(line));
}

void EntryBuilder::Section(int rank, std::string name) {
  OfferText(section_, rank, std::move(name));
}

void EntryBuilder::Byline(int rank, std::string line) {
  if (Counts(line)) bylines_.Offer(rank, std::move(line));
}

void EntryBuilder::StoryCredit(int rank, std::string name) {
  OfferText(credit_line_, rank, std::move(name));
}

void EntryBuilder::Provider(int rank, std::string name) {
  OfferText(provider_, rank, std::move(name));
}

void EntryBuilder::ProviderLink(int rank, std::string url) {
  OfferText(provider_link_, rank, std::move(url));
}

void EntryBuilder::Rights(std::string line) {
  if (rights_.empty()) rights_ = std::move(line);
}

void EntryBuilder::Embargo(std::string date) {
  if (embargo_.empty()) embargo_ = std::move(date);
}

bool EntryBuilder::Counts(std::string_view name) {
  return !name.empty() && ++names_ <= max_names_;
}

void EntryBuilder::NotAnArticle(std::string why) {
  if (not_an_article_.empty()) not_an_article_ = std::move(why);
}

void EntryBuilder::SetWireFields(model::FeedItem& item) {
  item.subtitle = subtitle_.value();
  item.section = section_.value();
  for (const std::string& line : bylines_.names()) {
    if (!item.byline.empty()) item.byline += "; ";
    item.byline += line;
  }
  item.credit = credit_line_.value();
  item.provider = provider_.value();
  item.feed_link = provider_link_.value();
  item.rights = std::move(rights_);
  item.not_an_article = std::move(not_an_article_);
  if (embargo_.empty()) return;
  item.published = std::move(embargo_);
  item.modified.clear();
}

void EntryBuilder::SetTexts(FeedEntry& entry) {
  model::FeedItem& item = entry.item;
  if (texts_.empty()) return;
  const RankedText& article = ArticleIn(texts_);
  const FeedText* summary = SummaryIn(texts_, article);
  if (summary != nullptr) {
    item.summary = summary->value;
    item.summary_markup = summary->markup;
  }
  AddImages(OtherImages(texts_, article, summary), item);
  const FeedText& text = article.text;
  entry.content_markup = text.markup;
  entry.content = text.markup == model::Markup::kHtml
                      ? WithParagraphBreaks(text.value)
                      : text.value;
  item.content_is_summary = article.is_summary;
  item.language = text.language;
  if (!text.base_url.empty()) item.base_url = text.base_url;
}

FeedEntry EntryBuilder::Build(std::string_view base_url,
                              std::string_view language) {
  FeedEntry entry;
  model::FeedItem& item = entry.item;
  item.base_url = base_url;
  entry.url = link_.empty() ? guid_link_ : link_.value();
  entry.permalink = std::move(guid_link_);
  SetTexts(entry);
  const FeedText& title = title_.In(language_.empty() ? language : language_);
  item.title = title.value;
  item.title_markup = title.markup;
  item.guid = guid_.value();
  item.published = published_.value();
  item.modified = modified_.value();
  item.authors = authors_.names();
  item.categories = std::move(categories_);
  if (item.language.empty()) item.language = language_;
  // A producer may state that the language of a content is unknown
  // (xml:lang=""). So `language` applies only if there is no content.
  if (item.language.empty() && entry.content.empty()) item.language = language;
  std::ranges::replace(item.language, '_', '-');
  SetWireFields(item);
  item.images = std::move(images_);
  for (model::FeedImage& image : item.images) {
    if (image.caption.empty() && item.images.size() == 1) {
      image.caption = caption_;
    }
    if (image.credit.empty()) image.credit = credit_;
  }
  return entry;
}

std::optional<model::Rejection> AddDefaults(const FeedDefaults& defaults,
                                            const Options& options,
                                            Feed& feed) {
  size_t bytes = defaults.title.size() + defaults.url.size() +
                 defaults.link.size() + defaults.language.size();
  for (const std::string& author : defaults.authors) bytes += author.size();
  if (auto refusal = TooMuchCopied(bytes, feed.entries.size(), options)) {
    return refusal;
  }
  const std::string_view base = BaseOf(defaults);
  std::string link = defaults.link;
  Resolve(base, link);
  std::string url = defaults.url;
  Resolve(base, url);
  for (FeedEntry& entry : feed.entries) {
    ResolveUrls(base, entry);
    model::FeedItem& item = entry.item;
    item.feed_title = defaults.title;
    item.feed_url = url;
    item.feed_link = link;
    if (item.language.empty()) item.language = defaults.language;
    if (item.authors.empty()) item.authors = defaults.authors;
  }
  return std::nullopt;
}

}  // namespace newsmill::input
