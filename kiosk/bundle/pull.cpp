#include "bundle/pull.h"

#include <sys/stat.h>

#include <cstdio>
#include <memory>

#include "bundle/curl.h"
#include "bundle/durable.h"
#include "bundle/sha256.h"

namespace kiosk::bundle {

namespace {

struct FileClose {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

struct Answer {
  long status = 0;
  std::string etag, body;
};

tl::unexpected<Refused> refuse(Refusal why, std::string detail) {
  return tl::unexpected<Refused>(Refused{why, std::move(detail)});
}

// What a transfer writes to: memory or a file, never more than `left` bytes.
struct Sink {
  std::string* text = nullptr;
  std::FILE* file = nullptr;
  std::uint64_t left = 0;
  std::uint64_t taken = 0;
  bool too_much = false;
};

std::size_t take(char* bytes, std::size_t, std::size_t size, void* to) {
  auto& sink = *static_cast<Sink*>(to);
  if (size > sink.left) {
    sink.too_much = true;
    return 0;
  }
  sink.left -= size;
  sink.taken += size;
  if (sink.text != nullptr) {
    sink.text->append(bytes, size);
    return size;
  }
  return std::fwrite(bytes, 1, size, sink.file);
}

std::size_t take_header(char* bytes, std::size_t, std::size_t size, void* to) {
  constexpr std::size_t kLongestTag = 200;
  constexpr std::string_view kName = "etag:";
  std::string_view line(bytes, size);
  if (line.size() < kName.size() || line.size() > kLongestTag) return size;
  for (std::size_t i = 0; i < kName.size(); ++i)
    if ((line[i] | 0x20) != (kName[i] | 0x20)) return size;
  line.remove_prefix(kName.size());
  while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
  while (!line.empty() && static_cast<unsigned char>(line.back()) <= ' ') line.remove_suffix(1);
  *static_cast<std::string*>(to) = std::string(line);
  return size;
}

class Transfer {
 public:
  explicit Transfer(const Curl& curl) : curl_(curl), handle_(curl.easy_init(), curl.easy_cleanup) {
    if (!handle_) return;
    constexpr long kConnectSeconds = 10, kSlowSeconds = 30, kSlowBytes = 1024, kRedirects = 3;
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 1L);
    set(CURLOPT_MAXREDIRS, kRedirects);
    set(CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
    set(CURLOPT_LOW_SPEED_TIME, kSlowSeconds);
    set(CURLOPT_LOW_SPEED_LIMIT, kSlowBytes);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_USERAGENT, "kiosk");
    set(CURLOPT_WRITEFUNCTION, take);
    set(CURLOPT_HEADERFUNCTION, take_header);
  }

  // Error: no answer, or more bytes than the sink takes.
  tl::expected<Answer, Refused> get(const std::string& address, Sink& sink, const std::string& known_etag,
                                    std::uint64_t from) {
    if (!handle_) return refuse(Refusal::kNoAnswer, "cannot start a transfer");
    Answer answer;
    std::unique_ptr<curl_slist, decltype(curl_.slist_free_all)> headers(nullptr, curl_.slist_free_all);
    if (!known_etag.empty()) headers.reset(curl_.slist_append(nullptr, ("If-None-Match: " + known_etag).c_str()));
    set(CURLOPT_HTTPHEADER, headers.get());
    set(CURLOPT_URL, address.c_str());
    set(CURLOPT_WRITEDATA, &sink);
    set(CURLOPT_HEADERDATA, &answer.etag);
    set(CURLOPT_RESUME_FROM_LARGE, static_cast<curl_off_t>(from));
    const CURLcode code = curl_.easy_perform(handle_.get());
    curl_.easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &answer.status);
    if (sink.too_much) return refuse(Refusal::kDamaged, address + " sends more than it should");
    // A server that cannot go on in the middle sends all; the caller starts again.
    if (code == CURLE_RANGE_ERROR) {
      answer.status = 416;
      return answer;
    }
    if (code != CURLE_OK) return refuse(Refusal::kNoAnswer, address + ": " + curl_.easy_strerror(code));
    return answer;
  }

 private:
  template <class T>
  void set(CURLoption option, T value) {
    curl_.easy_setopt(handle_.get(), option, value);
  }
  const Curl& curl_;
  std::unique_ptr<CURL, decltype(curl_.easy_cleanup)> handle_;
};

tl::expected<Answer, Refused> get_text(Transfer& transfer, const std::string& address, std::uint64_t most,
                                       const std::string& known_etag = {}) {
  std::string body;
  Sink sink;
  sink.text = &body;
  sink.left = most;
  auto answer = transfer.get(address, sink, known_etag, 0);
  if (!answer) return answer;
  if (answer->status != 200 && answer->status != 304)
    return refuse(answer->status == 404 ? Refusal::kNoBundle : Refusal::kNoAnswer,
                  address + " answers " + std::to_string(answer->status));
  answer->body = std::move(body);
  return answer;
}

std::uint64_t size_of(const std::string& path) {
  struct stat about {};
  return ::lstat(path.c_str(), &about) == 0 && S_ISREG(about.st_mode) ? static_cast<std::uint64_t>(about.st_size) : 0;
}

// Downloads a pack beside its place, going on where an earlier try stopped; then it has its name.
tl::expected<void, Refused> get_pack(Transfer& transfer, const std::string& address, const PackEntry& pack,
                                     const std::string& incoming, Pulled& pulled) {
  const std::string part = incoming + "/" + pack.sha256 + ".part", whole = incoming + "/" + pack_file(pack.name);
  for (const bool again : {false, true}) {
    std::uint64_t from = size_of(part);
    if (from > pack.size || again) {
      if (auto removed = remove_all(part); !removed) return refuse(Refusal::kNoSpace, removed.error().message);
      from = 0;
    }
    if (from < pack.size) {
      const std::unique_ptr<std::FILE, FileClose> file(std::fopen(part.c_str(), "abe"));
      if (!file) return refuse(Refusal::kNoSpace, system_error("write", part).message);
      Sink sink;
      sink.file = file.get();
      sink.left = pack.size - from;
      const auto answer = transfer.get(address + "/" + pack_file(pack.name), sink, {}, from);
      pulled.bytes += sink.taken;
      const bool whole_again = from > 0 && ((answer && answer->status != 206) || !answer);
      if (!answer && answer.error().why == Refusal::kNoAnswer) return tl::unexpected(answer.error());
      if (whole_again) continue;
      if (!answer) return tl::unexpected(answer.error());
      if (answer->status != 200 && answer->status != 206)
        return refuse(Refusal::kDamaged,
                      address + ": " + pack_file(pack.name) + " answers " + std::to_string(answer->status));
      if (std::fflush(file.get()) != 0) return refuse(Refusal::kNoSpace, system_error("write", part).message);
      pulled.resumed_at += from;
    }
    const auto bytes = read_regular(part, pack.size);
    if (!bytes) return refuse(Refusal::kNoSpace, bytes.error().message);
    if (bytes->size() == pack.size && sha256_hex(*bytes) == pack.sha256) {
      if (auto moved = move_to(part, whole); !moved) return refuse(Refusal::kNoSpace, moved.error().message);
      return {};
    }
  }
  if (auto removed = remove_all(part); !removed) return refuse(Refusal::kNoSpace, removed.error().message);
  return refuse(Refusal::kDamaged, address + "/" + pack_file(pack.name) + " is not what the manifest says");
}

}  // namespace

std::int64_t with_jitter(std::int64_t interval_ms, std::uint64_t random) {
  return interval_ms / 2 + static_cast<std::int64_t>(random % static_cast<std::uint64_t>(interval_ms + 1));
}

tl::expected<Pulled, Refused> pull(Store& store, const std::string& address, const std::string& incoming,
                                   const InstallRules& rules) {
  if (auto made = make_folder(incoming); !made) return refuse(Refusal::kNoSpace, made.error().message);
  constexpr std::uint64_t kLongestTag = 200, kLargestSignature = 4096;
  const std::string etag_path = incoming + "/etag";
  const std::string known = read_regular(etag_path, kLongestTag).value_or("");
  const auto curl = load_curl();
  if (!curl) return refuse(Refusal::kNoAnswer, curl.error().message);
  Transfer transfer(**curl);
  auto manifest_file = get_text(transfer, address + "/manifest.yaml", kLargestManifest, known);
  if (!manifest_file) return tl::unexpected(manifest_file.error());
  Pulled pulled;
  if (manifest_file->status == 304) {
    pulled.unchanged = true;
    return pulled;
  }
  pulled.bytes = manifest_file->body.size();
  const auto signature = get_text(transfer, address + "/manifest.yaml.minisig", kLargestSignature);
  if (!signature) return tl::unexpected(signature.error());
  pulled.bytes += signature->body.size();
  const struct {
    const char* name;
    const std::string& body;
  } files[] = {{"/manifest.yaml", manifest_file->body}, {"/manifest.yaml.minisig", signature->body}};
  for (const auto& file : files)
    if (auto written = replace_file(incoming + file.name, file.body); !written)
      return refuse(Refusal::kNoSpace, written.error().message);
  // Judged before a pack is fetched: a stranger's server gets no more of our line.
  const auto manifest = admit_manifest(store, incoming, rules);
  if (!manifest) return tl::unexpected(manifest.error());
  for (const PackEntry& pack : manifest->packs)
    if (!is_there(store.pack_folder(pack.sha256)))
      if (auto got = get_pack(transfer, address, pack, incoming, pulled); !got) return tl::unexpected(got.error());
  auto staged = stage(store, incoming, rules);
  if (!staged) return tl::unexpected(staged.error());
  pulled.staged = std::move(*staged);
  if (auto removed = remove_all(incoming); !removed) return refuse(Refusal::kNoSpace, removed.error().message);
  if (auto made = make_folder(incoming); !made) return refuse(Refusal::kNoSpace, made.error().message);
  if (!manifest_file->etag.empty())
    if (auto written = replace_file(etag_path, manifest_file->etag); !written)
      return refuse(Refusal::kNoSpace, written.error().message);
  return pulled;
}

}  // namespace kiosk::bundle
