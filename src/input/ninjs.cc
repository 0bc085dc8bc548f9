// Reads ninjs. In version 1, keys are in lower case, texts are members like
// `body_text`, and lists are objects. In later versions, keys are in camel
// case, and lists are arrays, such as `bodies` for the texts. Producers mix the
// versions, so all forms are accepted.
#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "control_characters.h"
#include "encoded_text.h"
#include "feed.h"
#include "feed_entry.h"
#include "feed_limits.h"
#include "feed_text.h"
#include "json_text.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/url_reference.h"
#include "wire_terms.h"

namespace newsmill::input {
namespace {

using json::Value;
using model::Markup;
using model::Reason;
using model::Rejection;

enum class BodyForm : uint8_t { kHtml, kNitf, kText, kOther };

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != text.npos;
}

/// Returns the form of a body. If the body has a content type, the content type
/// determines the form. Otherwise `role` determines the form. `role` is the
/// role of the body, or the end of its key, such as "html" in "body_html".
BodyForm FormOf(std::string_view content_type, std::string_view role) {
  const std::string type =
      LowerAscii(content_type.empty() ? role : content_type);
  if (Contains(type, "nitf")) return BodyForm::kNitf;
  if (Contains(type, "html")) return BodyForm::kHtml;
  if (type.starts_with("text/") || !Contains(type, "/")) return BodyForm::kText;
  return BodyForm::kOther;
}

FeedText TextOfForm(std::string value, BodyForm form) {
  const bool is_html = form == BodyForm::kHtml || LooksLikeHtml(value);
  return {std::move(value), is_html ? Markup::kHtml : Markup::kText, "", ""};
}

/// A text with its form and its role. The text is an element of `bodies`,
/// `descriptions` or `headlines`. Or it is a member with a key that ends in the
/// form of the text, such as "body_html".
struct TextVariant {
  std::string value;
  std::string type;
  std::string role;

  BodyForm form() const { return FormOf(type, role); }
};

std::vector<TextVariant> TextVariantsOf(const Value& item,
                                        std::string_view plural,
                                        std::string_view prefix) {
  std::vector<TextVariant> wordings;
  for (const Value& value : MemberValues(item, plural)) {
    const std::string type = FirstMemberText(value, {"contentType"});
    std::string text = MemberText(value, "value");
    if (IsBase64(FirstMemberText(value, {"encoding", "contentEncoding"}))) {
      text = TextInBase64(text, type);
    }
    wordings.push_back(
        {std::move(text), type, LowerAscii(MemberText(value, "role"))});
  }
  for (auto member = item.first(); member; member = member->next()) {
    if (!StartsWithIgnoringCase(member->key(), prefix)) continue;
    const std::string_view end = member->key().substr(prefix.size());
    wordings.push_back({TextOf(*member), "", LowerAscii(end)});
  }
  return wordings;
}

bool IsSummary(const TextVariant& description) {
  return !description.value.empty() && description.role != "creditline" &&
         description.role != "writer";
}

int64_t WidthOf(const Value& rendition) {
  const std::string text = MemberText(rendition, "width");
  int64_t width = 0;
  std::from_chars(text.data(), text.data() + text.size(), width);
  return width;
}

/// Returns the URL of the item's widest picture. If no width is known, returns
/// the URL of the first picture.
std::string PictureUrlOf(const Value& item, std::string_view base_url) {
  std::string url;
  int64_t widest = -1;
  for (const Value& rendition : MemberValues(item, "renditions")) {
    const std::string type =
        FirstMemberText(rendition, {"contentType", "mimetype"});
    const std::string href = MemberText(rendition, "href");
    if (href.empty() || !StartsWithIgnoringCase(type, "image/")) continue;
    const int64_t width = WidthOf(rendition);
    if (width <= widest) continue;
    widest = width;
    url = ResolvedUrl(href, base_url);
  }
  return url;
}

class NinjsReader {
 public:
  NinjsReader(const Value& item, std::string_view base_url,
              const Options& options)
      : item_(item),
        base_url_(base_url),
        options_(options),
        entry_(options.max_names) {}

  FeedEntry Read() {
    const std::string guid = FirstMemberText(item_, {"uri", "guid"});
    entry_.Guid(0, guid, /*may_be_link=*/true);
    entry_.ProviderLink(1, UrlOfAuthority(guid));
    entry_.Language(FirstMemberText(item_, {"language"}));
    ReadTitles();
    ReadPeople();
    ReadRights();
    ReadDates();
    ReadBodies();
    ReadDescriptions();
    ReadSubjects();
    ReadImages();
    FeedEntry entry = entry_.Build(base_url_, "");
    entry.item.not_an_article = WhyNone(entry);
    return entry;
  }
  std::optional<Rejection> Refusal() const {
    if (entry_.HasTooManyNames()) return TooManyNames(options_);
    return refusal_;
  }

 private:
  std::string Text(std::initializer_list<std::string_view> keys) const {
    return FirstMemberText(item_, keys);
  }

  void ReadTitles() {
    entry_.Title(0, TextOfForm(Text({"headline"}), BodyForm::kText));
    for (TextVariant& headline :
         TextVariantsOf(item_, "headlines", "headline_")) {
      if (IsSubtitleRole(headline.role)) {
        entry_.Subtitle(0, std::move(headline.value));
        continue;
      }
      entry_.Title(IsMainRole(headline.role) ? 0 : 1,
                   TextOfForm(std::move(headline.value), headline.form()));
    }
    entry_.Title(2, TextOfForm(Text({"title"}), BodyForm::kText));
    entry_.Subtitle(1, Text({"subheadline", "subtitle"}));
  }

  void ReadPeople() {
    entry_.Byline(0, Text({"byline", "by"}));
    for (const Value& author : MemberValues(item_, "authors")) {
      if (IsAuthorRole(MemberText(author, "role"))) {
        entry_.Author(0, MemberText(author, "name"));
      }
    }
    for (const Value& source : MemberValues(item_, "infoSources")) {
      entry_.StoryCredit(1, MemberText(source, "name"));
    }
    for (const Value& source : MemberValues(item_, "infoSource")) {
      entry_.StoryCredit(1, MemberText(source, "name"));
    }
    entry_.StoryCredit(0, Text({"creditline"}));
    entry_.StoryCredit(2, Text({"source"}));
  }

  void ReadRights() {
    entry_.Provider(0, Text({"copyrightHolder"}));
    entry_.Rights(Text({"copyrightNotice"}));
  }

  void ReadDates() {
    const std::string version = Text({"versionCreated"});
    entry_.Embargo(Text({"embargoed"}));
    entry_.Date(Field::kPublished, 0, Text({"firstCreated"}));
    entry_.Date(Field::kPublished, 1, Text({"contentCreated"}));
    entry_.Date(Field::kPublished, 2, version);
    entry_.Date(Field::kModified, 0, version);
  }

  void ReadBodies() {
    std::vector<TextVariant> bodies = TextVariantsOf(item_, "bodies", "body_");
    for (const bool main : {true, false}) {
      for (TextVariant& body : bodies) {
        if (IsMainRole(body.role) == main) ReadBody(body, main ? 0 : kNotMain);
      }
    }
  }

  void ReadBody(TextVariant& body, int rank_of_role) {
    const BodyForm form = body.form();
    const int rank = static_cast<int>(form) + rank_of_role;
    if (form == BodyForm::kNitf) {
      if (!std::exchange(has_nitf_, true)) {
        ReadNitf(rank, std::move(body.value));
      }
    } else if (form != BodyForm::kOther) {
      entry_.Content(rank, TextOfForm(std::move(body.value), form));
    }
  }

  /// Reads a body that is declared as NITF. If the body cannot be read as NITF,
  /// the body is used as HTML, but only if there is no other body.
  void ReadNitf(int rank, std::string nitf) {
    FeedResult read = ReadWireXml(nitf, "", options_);
    if (!read && read.error().reason == Reason::kLimit) {
      refusal_ = std::move(read.error());
    } else if (!read) {
      entry_.Content(kLast, TextOfForm(std::move(nitf), BodyForm::kHtml));
    } else if (!read->entries.front().item.content_is_summary) {
      FeedEntry& entry = read->entries.front();
      entry_.StoryCredit(kWithin, std::move(entry.item.credit));
      entry_.Provider(kWithin, std::move(entry.item.provider));
      entry_.Content(rank,
                     {std::move(entry.content), entry.content_markup, "", ""});
    }
  }

  void ReadDescriptions() {
    for (TextVariant& text :
         TextVariantsOf(item_, "descriptions", "description_")) {
      if (text.role == "creditline") {
        entry_.StoryCredit(0, std::move(text.value));
      } else if (IsSummary(text)) {
        entry_.Summary(text.form() == BodyForm::kText ? 0 : 1,
                       TextOfForm(std::move(text.value), text.form()));
      }
    }
  }

  void ReadSubjects() {
    for (const std::string_view key : {"subject", "subjects"}) {
      for (const Value& subject : MemberValues(item_, key)) {
        const std::string name = MemberText(subject, "name");
        const std::string code =
            FirstMemberText(subject, {"uri", "literal", "code"});
        if (IsTopSubject(CodeOf(code))) entry_.Section(1, name);
        entry_.Category(name);
      }
    }
    for (const Value& service : MemberValues(item_, "service")) {
      entry_.Section(0, MemberText(service, "name"));
    }
    for (const Value& keyword : MemberValues(item_, "keywords")) {
      if (keyword.IsString()) {
        entry_.Category(WithoutControlCharacters(
            std::string(TrimBlanks(keyword.string()))));
      }
    }
  }

  void ReadImages() {
    entry_.Image({PictureUrlOf(item_, base_url_), "", ""});
    for (const Value& other : MemberValues(item_, "associations")) {
      const std::string type = LowerAscii(MemberText(other, "type"));
      if (type != "picture" && type != "graphic") continue;
      std::string caption;
      for (TextVariant& text :
           TextVariantsOf(other, "descriptions", "description_")) {
        if (caption.empty() && text.form() == BodyForm::kText) {
          caption = std::move(text.value);
        }
      }
      entry_.Image({PictureUrlOf(other, base_url_), std::move(caption),
                    FirstMemberText(other, {"creditline", "by", "byline"})});
    }
  }

  /// Returns why the item is not an article, or "" if the item may be an
  /// article. An item with `eventDetails` and without a body is an event. (The
  /// description of an event may be long, but it is not an article.)
  std::string WhyNone(const FeedEntry& entry) const {
    std::string why = WhyWithdrawn(Text({"pubStatus"}));
    if (why.empty()) why = WhyNotText(Text({"type"}));
    const bool has_body =
        !entry.content.empty() && !entry.item.content_is_summary;
    if (why.empty() && !has_body && item_.Find("eventDetails")) {
      why = "not text but event";
    }
    return why;
  }

  // kWithin is the rank of values inside a NITF body. kNotMain is added to the
  // rank of a body that is not the main body. kLast is the rank of a body that
  // is used only if there is no other.
  static constexpr int kWithin = 5;
  static constexpr int kNotMain = 10;
  static constexpr int kLast = 20;

  const Value& item_;
  std::string_view base_url_;
  const Options& options_;
  EntryBuilder entry_;
  bool has_nitf_ = false;  // only one NITF body is read: parsing is slow
  std::optional<Rejection> refusal_;  // why a body cannot be read
};

bool HasBody(const Value& item) {
  return !TextVariantsOf(item, "bodies", "body_").empty();
}

bool HasSummary(const Value& item) {
  return std::ranges::any_of(
      TextVariantsOf(item, "descriptions", "description_"), IsSummary);
}

/// Returns the texts in `associations` that are the parts of `root`. If `root`
/// has a text of its own, returns nothing: the texts in `associations` are then
/// not parts of `root`, but related articles.
std::vector<Value> PartsOf(const Value& root) {
  std::vector<Value> parts;
  const bool is_composite =
      LowerAscii(FirstMemberText(root, {"type"})) == "composite";
  if (HasBody(root) || (!is_composite && HasSummary(root))) return parts;
  for (const Value& part : MemberValues(root, "associations")) {
    const std::string type = LowerAscii(MemberText(part, "type"));
    if ((type == "text" || type == "composite") && HasBody(part)) {
      parts.push_back(part);
    }
  }
  return parts;
}

}  // namespace

bool IsNinjs(const Value& root) {
  if (FirstMemberText(root, {"uri", "guid"}).empty()) return false;
  return std::ranges::any_of(NinjsKeys(), [&](std::string_view key) {
    return root.Find(key).has_value();
  });
}

FeedResult ReadNinjs(const Value& root, std::string_view base_url,
                     const Options& options) {
  if (!IsNinjs(root)) {
    return std::unexpected(
        Rejection{Reason::kUnsupported,
                  "JSON that is neither a JSON feed nor ninjs", ""});
  }
  Feed feed;
  feed.kind = model::DocumentKind::kNinjs;
  std::vector<Value> items = PartsOf(root);
  feed.is_one_document = items.empty();
  if (items.empty()) items.push_back(root);
  if (static_cast<int64_t>(items.size()) > options.max_items) {
    return std::unexpected(TooManyItems(options));
  }
  for (const Value& item : items) {
    NinjsReader reader(item, base_url, options);
    feed.entries.push_back(reader.Read());
    if (auto refusal = reader.Refusal()) {
      return std::unexpected(*std::move(refusal));
    }
  }
  return feed;
}

}  // namespace newsmill::input
