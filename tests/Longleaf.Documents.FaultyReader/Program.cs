using Longleaf.Documents;
using Longleaf.Documents.FaultyReader;
using Longleaf.Documents.Host;
using Longleaf.Documents.Isolation.Wire;

if (args is ["serve", ..])
{
    return await KillableServer.RunAsync(args[1], args[2]);
}

ParentDeath.Bind();
var filtered = SystemCallFilter.TryInstall();
using var output = Console.OpenStandardOutput();
var writer = new FrameWriter(output);
writer.Begin(FrameKind.Hello).Int32(unchecked((int)Protocol.Magic)).Byte(Protocol.Version).Byte(filtered ? (byte)1 : (byte)0).End();
writer.Flush();
using var parent = new ParentLink(Console.OpenStandardInput());
var request = ReaderRequest.Read(parent.Receive());
Faults.Commit(Path.GetFileNameWithoutExtension(request.FileName), request, writer, output);
EventFrames.WriteEnd(writer, new ReaderEvent.Completed(new DocumentInfo { Format = DocumentFormat.PlainText }));
return 0;
